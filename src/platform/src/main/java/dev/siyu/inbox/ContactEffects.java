package dev.siyu.inbox;

import dev.siyu.channels.Channels;
import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.customers.Stage;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.wecom.WeComEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;

/** What adds, leaves and replies change; called in the event's transaction. */
final class ContactEffects {

  /** The journey of the time before the leave may still be ending when the next one starts. */
  private static final Duration RE_ADD = Duration.ofSeconds(30);

  private static final Duration REPLY = Duration.ofHours(1);
  private static final Duration LEFT = Duration.ofMinutes(1);

  private final Customers customers;
  private final Channels channels;
  private final JourneyMessages messages;
  private final InboxTable table;
  private final StaffEffects staff;
  private final ApplicationEventPublisher events;

  ContactEffects(
      Customers customers,
      Channels channels,
      JourneyMessages messages,
      InboxTable table,
      StaffEffects staff,
      ApplicationEventPublisher events) {
    this.customers = customers;
    this.channels = channels;
    this.messages = messages;
    this.table = table;
    this.staff = staff;
    this.events = events;
  }

  void added(StoredEvent event, WeComEvent.ContactAdded added, ContactDetails.Known known) {
    if (staff.takesOver(added)) {
      table.note(event.id(), "taken over by hand-over: no new acquaintance");
      return;
    }
    staff.added(added);
    var channel = channels.ofState(added.state()).code();
    var id = identified(customers.byExternalUserId(added.externalUserId()), known);
    var before = customers.find(id);
    boolean again = customers.added(id, added.staffUserId(), channel, added.at());
    if (known.why() != null) {
      table.note(event.id(), known.why());
    }
    events.publishEvent(new ContactArrived(id, added.staffUserId(), added.state(), added.at()));
    if (table.knowsNewer(event.subject(), added.staffUserId(), added.at())) {
      table.note(event.id(), "came late: a newer add or leave is known, no journey started");
      return;
    }
    if (before.filter(ContactEffects::isUnderWay).isPresent()) {
      table.note(event.id(), "a contact already: the journeys under way go on, none is started");
      return;
    }
    var variables = new HashMap<String, Object>();
    variables.put("customerId", id.value());
    variables.put("staffId", added.staffUserId());
    variables.put("channel", channel);
    variables.put("entry", event.entry());
    variables.put("at", added.at().toString());
    variables.put("welcome", event.welcome() == null ? "DECLINED" : event.welcome());
    var patience = again ? RE_ADD : Duration.ZERO;
    announce("customer-added:" + event.entry(), "customer-added", id, patience, variables);
  }

  /**
   * A second staff member adds somebody whom journeys already care for: an intake beside them would
   * end in a second win-back. Who is known only, or was left in peace, begins anew.
   */
  private static boolean isUnderWay(Customer customer) {
    return customer.staffUserId() != null
        && customer.stage() != Stage.POTENTIAL
        && customer.stage() != Stage.LOST;
  }

  private CustomerId identified(CustomerId id, ContactDetails.Known known) {
    var contact = known.contact();
    return contact == null ? id : customers.identified(id, contact.name(), contact.unionId());
  }

  void left(StoredEvent event, WeComEvent.ContactLeft left) {
    var id = customers.byExternalUserId(left.externalUserId());
    staff.left(id, left);
    if (left.byTransfer()) {
      table.note(event.id(), "handed over to another member");
      return;
    }
    boolean gone = customers.left(id, left.staffUserId(), left.at());
    if (!gone) {
      table.note(event.id(), "another relation goes on (or a newer add is known)");
      return;
    }
    events.publishEvent(new ContactDeparted(id, left.at()));
    announce(
        "customer-left:" + event.entry(),
        "customer-left",
        id,
        LEFT,
        Map.of("at", left.at().toString()));
  }

  void edited(WeComEvent.ContactEdited edited) {
    staff.edited(edited);
  }

  void corpTagsChanged() {
    staff.corpTagsChanged();
  }

  /** Whoever asked by the card listens, in the event's transaction. */
  void pressed(WeComEvent.CardPressed pressed) {
    events.publishEvent(pressed);
  }

  void transferFailed(WeComEvent.TransferFailed failed) {
    staff.transferFailed(failed);
  }

  void replied(StoredEvent event, WeComEvent.ChatStarted chat) {
    var id = customers.byExternalUserId(chat.externalUserId());
    if (Lateness.precedesRelation(customers.find(id), chat.at())) {
      table.note(event.id(), "came late: from before the customer was added");
      return;
    }
    announce(
        "customer-replied:" + event.entry(),
        "customer-replied",
        id,
        REPLY,
        Map.of("at", chat.at().toString(), "repliedAt", chat.at().toString()));
  }

  private void announce(
      String key, String name, CustomerId id, Duration patience, Map<String, Object> variables) {
    messages.announce(List.of(new Announcement(key, name, id.value(), patience, variables)));
  }
}
