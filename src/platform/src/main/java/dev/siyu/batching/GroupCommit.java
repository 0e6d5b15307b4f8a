package dev.siyu.batching;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Collects what callers hand in while a commit is under way and writes it with the next one.
 *
 * <p>A caller returns only after its item is committed. When the commit of a batch fails, every
 * caller of that batch gets the failure.
 */
public final class GroupCommit<T, R> implements AutoCloseable {

  private record Waiting<T, R>(T item, CompletableFuture<R> result) {}

  private final LinkedBlockingQueue<Waiting<T, R>> queue;
  private final int maxBatch;
  private final Function<List<T>, List<R>> commit;
  private final Thread writer;
  private volatile boolean closed;

  /**
   * @param maxBatch items per commit, 1 or more
   * @param commit writes all items in one transaction and answers one result per item, in order
   */
  public GroupCommit(String name, int maxBatch, int maxWaiting, Function<List<T>, List<R>> commit) {
    this.queue = new LinkedBlockingQueue<>(maxWaiting);
    this.maxBatch = maxBatch;
    this.commit = commit;
    this.writer = Thread.ofPlatform().daemon().name("commit-" + name).start(this::run);
  }

  /** Hands in an item; completes when it is committed. Blocks while too many are waiting. */
  public CompletableFuture<R> submit(T item) {
    var waiting = new Waiting<T, R>(item, new CompletableFuture<>());
    if (closed) {
      throw new IllegalStateException("group commit is closed: " + writer.getName());
    }
    try {
      queue.put(waiting);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      waiting.result().completeExceptionally(e);
    }
    return waiting.result();
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
      write(batch);
      batch.clear();
    }
  }

  private void write(List<Waiting<T, R>> batch) {
    try {
      var results = commit.apply(batch.stream().map(Waiting::item).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).result().complete(results.get(i));
      }
    } catch (RuntimeException | Error e) {
      batch.forEach(waiting -> waiting.result().completeExceptionally(e));
    }
  }

  @Override
  public void close() {
    closed = true;
    writer.interrupt();
  }
}
