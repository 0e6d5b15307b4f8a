package dev.siyu.batching;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Collects what callers hand in while a commit is under way and writes it with the next one.
 *
 * <p>An item's future completes only after its commit. When the commit of a batch fails, its items
 * are committed one by one, so that an item that cannot be written harms no other; when the
 * database itself is the trouble, the whole batch gets the failure at once. Futures complete on the
 * committing thread: follow-ups must be short or use the {@code Async} methods.
 */
public final class GroupCommit<T, R> implements AutoCloseable {

  private record Waiting<T, R>(T item, CompletableFuture<R> result) {}

  private final LinkedBlockingQueue<Waiting<T, R>> queue;
  private final int maxBatch;
  private final Function<List<T>, List<R>> commit;
  private final Thread writer;
  private final Timer duration;
  private final DistributionSummary size;
  private volatile boolean closed;

  /**
   * @param maxBatch items per commit, 1 or more
   * @param maxWaiting items that may wait before {@link #submit} blocks, 1 or more
   * @param commit writes all items in one transaction and answers one result per item, in order
   */
  public GroupCommit(String name, int maxBatch, int maxWaiting, Function<List<T>, List<R>> commit) {
    this.queue = new LinkedBlockingQueue<>(maxWaiting);
    this.maxBatch = maxBatch;
    this.commit = commit;
    this.duration = Metrics.timer("siyu.commit", "queue", name);
    this.size = Metrics.summary("siyu.commit.items", "queue", name);
    Metrics.gauge("siyu.commit.waiting", Tags.of("queue", name), queue, LinkedBlockingQueue::size);
    this.writer = Thread.ofPlatform().daemon().name("commit-" + name).start(this::run);
  }

  /** Hands in an item; completes when it is committed. Blocks while too many are waiting. */
  public CompletableFuture<R> submit(T item) {
    var waiting = new Waiting<T, R>(item, new CompletableFuture<>());
    if (closed) {
      throw closedNow();
    }
    try {
      queue.put(waiting);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      waiting.result().completeExceptionally(e);
    }
    if (closed && !writer.isAlive() && queue.remove(waiting)) {
      throw closedNow();
    }
    return waiting.result();
  }

  private IllegalStateException closedNow() {
    return new IllegalStateException("group commit is closed: " + writer.getName());
  }

  private void run() {
    var batch = new ArrayList<Waiting<T, R>>(maxBatch);
    while (!closed || !queue.isEmpty()) {
      try {
        batch.add(queue.take());
      } catch (InterruptedException e) {
        continue;
      }
      queue.drainTo(batch, maxBatch - 1);
      size.record(batch.size());
      duration.record(() -> write(batch));
      batch.clear();
    }
  }

  private void write(List<Waiting<T, R>> batch) {
    try {
      var results = commit.apply(batch.stream().map(Waiting::item).toList());
      if (results.size() != batch.size()) {
        throw new IllegalStateException(
            "results: " + results.size() + " (expected: one per item = " + batch.size() + ")");
      }
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).result().complete(results.get(i));
      }
    } catch (RuntimeException | Error e) {
      if (batch.size() == 1 || Outage.isBehind(e)) {
        batch.forEach(waiting -> waiting.result().completeExceptionally(e));
      } else {
        batch.forEach(waiting -> write(List.of(waiting)));
      }
    }
  }

  /** Commits what was handed in and ends. */
  @Override
  public void close() {
    closed = true;
    writer.interrupt();
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
