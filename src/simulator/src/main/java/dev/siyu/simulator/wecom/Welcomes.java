package dev.siyu.simulator.wecom;

import static dev.siyu.simulator.wecom.Reply.refused;

import dev.siyu.simulator.journal.ContactFact;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import dev.siyu.simulator.journal.TouchFact;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One welcome (欢迎语) an add, within the window, before the chat begins (doc 92599). */
final class Welcomes implements Projection {

  private record Ticket(String externalUserId, String staffUserId, Instant addedAt) {}

  private final Map<String, Ticket> tickets = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private final Contacts contacts;
  private final Duration window;

  Welcomes(Contacts contacts, Duration window) {
    this.contacts = contacts;
    this.window = window;
  }

  Reply send(Asked asked, Draft draft) {
    String code = asked.text("welcome_code", "welcomeCode");
    if (code.isEmpty()) {
      return refused(Codes.MISSING_WELCOME_CODE, "missing welcome_code");
    }
    Ticket ticket = tickets.get(code);
    if (ticket == null) {
      return refused(Codes.INVALID_WELCOME_CODE, "invalid welcome_code");
    }
    asked.keys().put("externalUserId", ticket.externalUserId());
    asked.keys().put("staffUserId", ticket.staffUserId());
    long age = Duration.between(ticket.addedAt(), draft.at()).toMillis();
    asked.keys().put("ageMillis", String.valueOf(age));
    Friendship friendship = contacts.friendship(ticket.externalUserId(), ticket.staffUserId());
    if (used.contains(code) || (friendship != null && friendship.chatting())) {
      return refused(Codes.CHAT_BEGAN, "externaluser has started chatting");
    }
    if (age > window.toMillis() || friendship == null) {
      return refused(Codes.INVALID_WELCOME_CODE, "invalid welcome_code, older than the window");
    }
    if (asked.content().isEmpty() && asked.body().path("attachments").isEmpty()) {
      return refused(Codes.INVALID_PARAMETER, "text and attachments are both empty");
    }
    asked.noteAttached();
    draft.record(
        new TouchFact.Welcomed(
            code, ticket.externalUserId(), ticket.staffUserId(), asked.content()));
    return Reply.ok();
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (fact instanceof ContactFact.Added added) {
      tickets.put(
          added.welcomeCode(),
          new Ticket(added.externalUserId(), added.staffUserId(), moment.at()));
    }
    if (fact instanceof TouchFact.Welcomed welcomed) {
      used.add(welcomed.welcomeCode());
    }
  }
}
