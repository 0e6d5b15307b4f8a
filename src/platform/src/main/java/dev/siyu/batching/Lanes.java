package dev.siyu.batching;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Works items of one key in order and items of different keys in parallel, each lane on a virtual
 * thread. How many lanes truly work at once is the business of {@code work}.
 */
public final class Lanes<K, V> {

  private final String name;
  private final Predicate<V> work;
  private final Consumer<List<V>> abandon;
  private final Runnable ended;
  private final Map<K, ArrayDeque<V>> lanes = new HashMap<>();

  /**
   * @param work false (or an exception) ends the lane: what waits in it is not worked on
   * @param abandon is told what was left in a lane that ended early
   * @param ended is told after each end of a lane
   */
  public Lanes(String name, Predicate<V> work, Consumer<List<V>> abandon, Runnable ended) {
    this.name = name;
    this.work = work;
    this.abandon = abandon;
    this.ended = ended;
  }

  public void add(K key, V item) {
    synchronized (lanes) {
      var waiting = lanes.get(key);
      if (waiting != null) {
        waiting.add(item);
        return;
      }
      lanes.put(key, new ArrayDeque<>(List.of(item)));
    }
    Thread.ofVirtual().name(name + "-" + key).start(() -> run(key));
  }

  /** The keys that are worked on or wait in a lane. */
  public Set<K> busyKeys() {
    synchronized (lanes) {
      return Set.copyOf(lanes.keySet());
    }
  }

  public int size() {
    synchronized (lanes) {
      return lanes.size();
    }
  }

  private void run(K key) {
    boolean goOn = false;
    try {
      for (var item = head(key); item != null; item = next(key)) {
        goOn = false;
        goOn = work.test(item);
        if (!goOn) {
          return;
        }
      }
    } finally {
      if (!goOn) {
        end(key);
      }
      ended.run();
    }
  }

  private @Nullable V head(K key) {
    synchronized (lanes) {
      var waiting = lanes.get(key);
      return waiting == null ? null : waiting.peek();
    }
  }

  /** Takes the finished item out; the lane ends with its last item. */
  private @Nullable V next(K key) {
    synchronized (lanes) {
      var waiting = lanes.get(key);
      if (waiting == null) {
        return null;
      }
      waiting.poll();
      if (waiting.isEmpty()) {
        lanes.remove(key);
        return null;
      }
      return waiting.peek();
    }
  }

  private void end(K key) {
    List<V> left;
    synchronized (lanes) {
      var waiting = lanes.remove(key);
      left = waiting == null ? List.of() : waiting.stream().skip(1).toList();
    }
    if (!left.isEmpty()) {
      abandon.accept(left);
    }
  }
}
