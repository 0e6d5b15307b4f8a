package dev.siyu.simulator.wecom;

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

  static final int SENT = 1;
  static final int NOT_A_FRIEND = 2;
  static final int LIMIT_REACHED = 3;

  private final Journal journal;
  private final MassSends massSends;
  private final Contacts contacts;
  private final WeComSettings settings;

  StaffDesk(Journal journal, MassSends massSends, Contacts contacts, WeComSettings settings) {
    this.journal = journal;
    this.massSends = massSends;
    this.contacts = contacts;
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
              .forEach(customer -> results.put(customer, status(staffUserId, customer, day)));
          draft.record(new MassSendFact.Confirmed(msgId, staffUserId, results));
          return true;
        });
  }

  private int status(String staffUserId, String customer, LocalDate day) {
    if (contacts.friendship(customer, staffUserId) == null) {
      return NOT_A_FRIEND;
    }
    return massSends.limitReached(staffUserId, customer, day) ? LIMIT_REACHED : SENT;
  }
}
