package dev.siyu.engine;

import dev.siyu.batching.Bell;
import dev.siyu.batching.GroupCommit;
import dev.siyu.batching.Lanes;
import dev.siyu.batching.Leadership;
import dev.siyu.engine.OutboxTable.Mark;
import dev.siyu.engine.OutboxTable.State;
import dev.siyu.time.Quiet;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes what is in the outbox: in order per customer, different customers in parallel. One
 * instance per database does it; the others stand by.
 */
final class OutboxPublisher implements SmartLifecycle, Quiet {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Outbox outbox;
  private final OutboxTable table;
  private final Publishing publishing;
  private final Clarifying clarifying;
  private final PublishedLog log;
  private final Leadership leadership;
  private final Reach reach;
  private final EngineTraffic traffic;
  private final EngineSettings.Messages settings;
  private final Bell bell;
  private final Lanes<String, OutboxRow> lanes;
  private final GroupCommit<Mark, Boolean> marks;
  private final AtomicInteger open = new AtomicInteger();
  private volatile long settledAt = -1;
  private volatile boolean running;
  private volatile boolean leading;
  private volatile boolean doubtful;
  private Thread loop = new Thread();

  OutboxPublisher(
      Outbox outbox,
      OutboxTable table,
      Publishing publishing,
      Clarifying clarifying,
      PublishedLog log,
      Leadership leadership,
      Reach reach,
      EngineTraffic traffic,
      EngineSettings.Messages settings,
      Bell bell) {
    this.outbox = outbox;
    this.table = table;
    this.publishing = publishing;
    this.clarifying = clarifying;
    this.log = log;
    this.leadership = leadership;
    this.reach = reach;
    this.traffic = traffic;
    this.settings = settings;
    this.bell = bell;
    this.lanes = new Lanes<>("publish", this::publish, this::giveBack, () -> {});
    this.marks = new GroupCommit<>("outbox", 500, 10_000, this::commit);
  }

  @Override
  public void start() {
    running = true;
    loop = Thread.ofPlatform().daemon().name("outbox").start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    loop.interrupt();
    try {
      loop.join();
      for (int i = 0; i < 100 && open.get() > 0; i++) {
        bell.await(GRACE.dividedBy(100));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    marks.close();
    leadership.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 1_000;
  }

  private void run() {
    long nextPoll = System.nanoTime();
    while (running) {
      try {
        boolean due = System.nanoTime() - nextPoll >= 0;
        if (due) {
          nextPoll = System.nanoTime() + settings.poll().toNanos();
          lead();
        }
        if (leading && traffic.isOpen() && reach.check()) {
          takeTurn(due);
        }
        bell.await(settings.poll());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        LOG.warn("The outbox could not be read; reading again in {}.", settings.poll(), e);
        nextPoll = System.nanoTime();
      }
    }
  }

  private void lead() {
    boolean was = leading;
    leading = leadership.isOurs();
    if (leading && (!was || doubtful)) {
      doubtful = false;
      int left = table.takeOver();
      if (left > 0) {
        LOG.warn("{} messages were left half published; the history decides about them.", left);
      }
    }
  }

  private void takeTurn(boolean due) throws InterruptedException {
    long before = outbox.announced();
    boolean idle = open.get() == 0;
    if (due) {
      clarifying.step();
      publishing.watch(log.writtenUntil(), settings.lagLimit());
    }
    int room = settings.window() - open.get();
    var rows = room > 0 ? table.claim(room) : List.<OutboxRow>of();
    open.addAndGet(rows.size());
    rows.forEach(row -> lanes.add(row.correlationKey(), row));
    settledAt = idle && rows.isEmpty() && !doubtful && !table.isUnsure() ? before : -1;
  }

  private boolean publish(OutboxRow row) {
    try {
      var result = publishing.publish(row);
      mark(row, result.state(), result.note());
      return result.state() == State.DONE || result.state() == State.FAILED;
    } catch (InterruptedException e) {
      mark(row, State.UNSURE, "interrupted");
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void giveBack(List<OutboxRow> rows) {
    rows.forEach(row -> mark(row, State.WAITING, null));
  }

  private void mark(OutboxRow row, State state, @Nullable String note) {
    marks.submit(new Mark(row.id(), state, note)).whenComplete(this::marked);
  }

  private void marked(@Nullable Boolean written, @Nullable Throwable failure) {
    if (failure != null) {
      doubtful = true;
      LOG.warn("How a message stands could not be written; the history decides.", failure);
    }
    open.decrementAndGet();
    bell.ring();
  }

  private List<Boolean> commit(List<Mark> batch) {
    table.mark(batch);
    return Collections.nCopies(batch.size(), true);
  }

  int inFlight() {
    return open.get();
  }

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public boolean isQuiet() {
    return open.get() == 0 && settledAt == outbox.announced();
  }

  @Override
  public long passed() {
    return outbox.announced();
  }
}
