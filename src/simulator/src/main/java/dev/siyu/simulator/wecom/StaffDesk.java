package dev.siyu.simulator.wecom;

import dev.siyu.simulator.http.Hashes;
import dev.siyu.simulator.journal.ContactFact;
import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.journal.MassSendFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Staff members who confirm mass sends: by themselves after a while, or on their page. */
public final class StaffDesk {

  /** A message that holds this word asks for an answer. */
  private static final String WILLING = "愿意";

  static final int SENT = 1;
  static final int NOT_A_FRIEND = 2;
  static final int LIMIT_REACHED = 3;

  private final Journal journal;
  private final MassSends massSends;
  private final Contacts contacts;
  private final Chats chats;
  private final GroupDoors doors;
  private final WeComSettings settings;

  StaffDesk(
      Journal journal,
      MassSends massSends,
      Contacts contacts,
      Chats chats,
      GroupDoors doors,
      WeComSettings settings) {
    this.journal = journal;
    this.massSends = massSends;
    this.contacts = contacts;
    this.chats = chats;
    this.doors = doors;
    this.settings = settings;
  }

  /** When the next task is confirmed without anybody's doing; null when none will be. */
  public @Nullable Instant nextDue() {
    return journal.read(massSends::nextConfirmation);
  }

  public int waiting() {
    return journal.read(() -> massSends.open().size());
  }

  /** Confirms what is due now; answers how many. */
  public int confirmDue() {
    List<StaffTask> due = journal.read(() -> massSends.confirmedBy(journal.now()));
    due.forEach(task -> confirm(task.msgId(), task.staffUserId()));
    return due.size();
  }

  /** The member presses send; false when there is nothing open. */
  public boolean confirm(String msgId, String staffUserId) {
    return journal.write(
        draft -> {
          StaffTask task = massSends.find(msgId, staffUserId);
          if (task == null || !task.open()) {
            return false;
          }
          LocalDate day = LocalDate.ofInstant(draft.at(), settings.zone());
          Map<String, Integer> results = new LinkedHashMap<>();
          task.externalUserIds()
              .forEach(customer -> results.put(customer, status(task, customer, day)));
          draft.record(new MassSendFact.Confirmed(msgId, staffUserId, results));
          results.forEach(
              (customer, status) -> {
                if (status == SENT && isWilling(task, customer)) {
                  draft.record(reply(task, customer));
                }
                if (status == SENT && !task.group() && joins(customer, task.text())) {
                  doors.read(customer, task.text(), draft);
                }
              });
          return true;
        });
  }

  /** The same customer always answers the same text in the same way. */
  private boolean isWilling(StaffTask task, String customer) {
    String hex = Hashes.of(customer + task.text()).substring(0, 12);
    return !task.group()
        && task.text().contains(WILLING)
        && Long.parseUnsignedLong(hex, 16) % 100 < settings.willingPercent();
  }

  /** Some customers follow an invitation at once; the same one always decides the same way. */
  private boolean joins(String customer, String text) {
    String hex = Hashes.of("join" + customer + text).substring(0, 12);
    return Long.parseUnsignedLong(hex, 16) % 100 < settings.joinPercent();
  }

  private static ContactFact.Replied reply(StaffTask task, String customer) {
    String once = "willing:" + task.msgId() + ":" + customer;
    return new ContactFact.Replied(customer, task.staffUserId(), WILLING, Ids.random("chat"), once);
  }

  private int status(StaffTask task, String customer, LocalDate day) {
    String staffUserId = task.staffUserId();
    boolean reachable =
        task.group()
            ? chats.ownedBy(staffUserId).contains(customer)
            : contacts.friendship(customer, staffUserId) != null;
    if (!reachable) {
      return NOT_A_FRIEND;
    }
    return massSends.limitReached(staffUserId, customer, day) ? LIMIT_REACHED : SENT;
  }
}
