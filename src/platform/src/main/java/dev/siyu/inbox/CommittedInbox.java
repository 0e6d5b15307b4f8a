package dev.siyu.inbox;

import dev.siyu.batching.Bell;
import dev.siyu.batching.GroupCommit;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores events, many per commit, and wakes those who act on them. */
final class CommittedInbox implements Inbox, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CommittedInbox.class);
  private static final int WAITING = 20_000;

  private final InboxIntake intake;
  private final TransactionTemplate transactions;
  private final WelcomeLane welcomes;
  private final Bell bell;
  private final GroupCommit<InboundEvent, Receipt> commits;
  private final AtomicLong stored = new AtomicLong();

  CommittedInbox(
      InboxIntake intake,
      TransactionTemplate transactions,
      WelcomeLane welcomes,
      Bell bell,
      int batch) {
    this.intake = intake;
    this.transactions = transactions;
    this.welcomes = welcomes;
    this.bell = bell;
    this.commits = new GroupCommit<>("inbox", batch, WAITING, this::commit);
  }

  @Override
  public CompletableFuture<Receipt> receive(InboundEvent event) {
    return commits.submit(event);
  }

  private List<Receipt> commit(List<InboundEvent> events) {
    var taken = transactions.execute(status -> intake.take(events));
    for (int i = 0; i < events.size(); i++) {
      after(events.get(i), taken.get(i));
    }
    bell.ring();
    return taken.stream().map(InboxIntake.Taken::receipt).toList();
  }

  private void after(InboundEvent event, InboxIntake.Taken taken) {
    Metrics.counter("siyu.inbox.received", "receipt", taken.receipt().name()).increment();
    if (taken.receipt() == Receipt.CONFLICT) {
      LOG.warn(
          "SIYU-2012 Another body came under {}; the first stands, see inbox_conflict.",
          event.dedupeKey());
    }
    var fresh = taken.stored();
    if (fresh != null) {
      stored.incrementAndGet();
      if (WelcomeLane.isFor(event)) {
        welcomes.welcome(fresh);
      }
    }
  }

  /** Grows with every new event. */
  long stored() {
    return stored.get();
  }

  @Override
  public void close() {
    commits.close();
  }
}
