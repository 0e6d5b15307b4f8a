package dev.siyu.simulator.wecom;

import dev.siyu.simulator.journal.Journal;
import dev.siyu.simulator.journal.StaffFact;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends transfers when their time has come: taken over, refused, or the receiver is full. */
public final class TransferDesk {

  private final Journal journal;
  private final Transfers transfers;
  private final Contacts contacts;
  private final TransferRules rules;

  TransferDesk(Journal journal, Transfers transfers, Contacts contacts, TransferRules rules) {
    this.journal = journal;
    this.transfers = transfers;
    this.contacts = contacts;
    this.rules = rules;
  }

  /** When the next transfer ends; null when none is under way. */
  public @Nullable Instant nextDue() {
    return journal.read(
        () -> transfers.open().stream().map(Transfer::endsAt).min(Instant::compareTo).orElse(null));
  }

  /** Ends what is due now; answers how many. */
  public int endDue() {
    List<Transfer> due =
        journal.read(
            () ->
                transfers.open().stream()
                    .filter(transfer -> !transfer.endsAt().isAfter(journal.now()))
                    .sorted(Comparator.comparing(Transfer::endsAt))
                    .toList());
    due.forEach(this::end);
    return due.size();
  }

  private void end(Transfer transfer) {
    journal.write(
        draft -> {
          String from = transfer.fromUserId();
          String to = transfer.toUserId();
          String customer = transfer.externalUserId();
          if (transfers.open(customer) != transfer) {
            return false;
          }
          if (transfer.refuses() || contacts.friendship(customer, from) == null) {
            draft.record(new StaffFact.TransferFailed(from, to, customer, "customer_refused"));
          } else if (contacts.friendsOf(to) >= rules.customersPerMember()) {
            draft.record(new StaffFact.TransferFailed(from, to, customer, "customer_limit_exceed"));
          } else {
            draft.record(new StaffFact.TakenOver(from, to, customer, transfer.resigned()));
            if (!transfer.resigned()) {
              draft.record(new StaffFact.DeletedByTransfer(from, customer));
            }
          }
          return true;
        });
  }
}
