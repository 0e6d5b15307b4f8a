package dev.siyu.engine;

import dev.siyu.batching.Bell;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes announcements in the caller's transaction and wakes the publisher when it commits. */
final class Outbox implements JourneyMessages {

  private final OutboxTable table;
  private final Bell bell;
  private final AtomicLong announced = new AtomicLong();

  Outbox(OutboxTable table, Bell bell) {
    this.table = table;
    this.bell = bell;
  }

  @Override
  public void announce(List<Announcement> announcements) {
    if (announcements.isEmpty()) {
      return;
    }
    table.insert(announcements);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              committed();
            }
          });
    } else {
      committed();
    }
  }

  private void committed() {
    announced.incrementAndGet();
    bell.ring();
  }

  /** Grows with every commit that announced something. */
  long announced() {
    return announced.get();
  }
}
