package dev.siyu.groups;

import dev.siyu.calls.CallResult;
import dev.siyu.content.Contents;
import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.groups.GroupWork.WayIn;
import dev.siyu.groups.TagGroupTable.Due;
import dev.siyu.time.DueWork;
import dev.siyu.touchpoints.Medium;
import dev.siyu.touchpoints.Touch;
import dev.siyu.touchpoints.TouchKey;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.touchpoints.Touchpoints;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import dev.siyu.wecom.WeCom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Invites the chosen customers one by one through the touchpoints, which decide and remember; a
 * crash in between asks again under the same key.
 */
@Component
class TagGroupInvitations implements DueWork {

  private static final String JOURNEY = "tag-group";
  private static final String STEP = "invite";
  private static final int BATCH = 50;
  private static final int MOST_TRIES = 6;

  private final TagGroupTable table;
  private final GroupWork groups;
  private final Touchpoints touchpoints;
  private final Customers customers;
  private final Contents contents;
  private final WeCom wecom;
  private final GroupSettings settings;

  TagGroupInvitations(
      TagGroupTable table,
      GroupWork groups,
      Touchpoints touchpoints,
      Customers customers,
      Contents contents,
      WeCom wecom,
      GroupSettings settings) {
    this.table = table;
    this.groups = groups;
    this.touchpoints = touchpoints;
    this.customers = customers;
    this.contents = contents;
    this.wecom = wecom;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "tag-groups";
  }

  @Override
  public Optional<Instant> nextDue() {
    return table.nextDue();
  }

  @Override
  public void runDue(Instant now) {
    table.due(now, BATCH).forEach(due -> invite(due, now));
  }

  private void invite(Due due, Instant now) {
    var way = groups.wayIn(due.joinWay());
    var customer = customers.find(new CustomerId(due.customerId()));
    if (way.isEmpty() || customer.isEmpty()) {
      table.ended(due, "FAILED", "入群方式已停用", null);
    } else if (groups.isIn(due.customerId(), way.get().chats())) {
      table.ended(due, "REFUSED", "已在群中", null);
    } else {
      record(due, touch(due, customer.get(), way.get()), now);
    }
  }

  private TouchOutcome touch(Due due, Customer customer, WayIn way) {
    var key = new TouchKey(customer.id(), JOURNEY, STEP, "t" + due.tagGroup());
    var staff = customers.staffFor(customer.id(), "");
    var touch = new Touch(key, Medium.MASS_SEND, due.content(), staff, null, 0);
    return touchpoints.make(
        touch, version -> send(customer, staff, due.content(), version, way.qrCode()));
  }

  private CallResult<Receipt> send(
      Customer customer, String staff, String content, int version, String link) {
    var person = customer.externalUserId();
    if (person == null) {
      return new CallResult.Declined<>("NO_CONTACT", "not a WeCom contact");
    }
    var words = Map.of("name", customer.name(), "link", link);
    var text = contents.render(content, version, words).orElse("");
    return wecom
        .createMassSend(staff, List.of(person), text)
        .then(msgId -> new CallResult.Ok<>(new Receipt(msgId, true, text)));
  }

  private void record(Due due, TouchOutcome outcome, Instant now) {
    switch (outcome) {
      case TouchOutcome.Sent sent -> table.ended(due, "ASKED", null, null);
      case TouchOutcome.AlreadySent sent -> table.ended(due, "ASKED", null, null);
      case TouchOutcome.Queued queued -> table.ended(due, "ASKED", null, null);
      case TouchOutcome.Refused no -> {
        boolean last = due.tries() + 1 >= MOST_TRIES;
        table.ended(due, "REFUSED", no.reason(), last ? null : no.notBefore());
      }
      case TouchOutcome.Declined no -> table.ended(due, "DECLINED", no.reason(), null);
      case TouchOutcome.Retryable later ->
          table.ended(due, "FAILED", later.reason(), now.plus(settings.retry()));
      case TouchOutcome.Broken broken -> table.ended(due, "FAILED", broken.reason(), null);
      case TouchOutcome.Unknown none -> table.ended(due, "UNKNOWN", none.reason(), null);
    }
  }
}
