package dev.siyu.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Tells the simulator what is due, wave by wave, and notes what it has taken. */
class Telling {

  private static final int MOST_AT_ONCE = 500;
  private static final Duration POLL = Duration.ofMillis(5);
  private static final int POLLS = 2_000;

  private final ReplayStore store;
  private final Outside outside;

  Telling(ReplayStore store, Outside outside) {
    this.store = store;
    this.outside = outside;
  }

  /** True when there may be more. */
  boolean tellDue(long run, Instant now) {
    List<ReplayStore.Due> due = store.due(run, now, MOST_AT_ONCE);
    List<List<ReplayStore.Due>> waves = Waves.of(due);
    for (int i = 0; i < waves.size(); i++) {
      if (i > 0 && !awaitDelivered()) {
        return true;
      }
      tellWave(run, waves.get(i), now);
    }
    return due.size() == MOST_AT_ONCE;
  }

  private boolean awaitDelivered() {
    for (int i = 0; i < POLLS; i++) {
      if (outside.delivered()) {
        return true;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return false;
  }

  private void tellWave(long run, List<ReplayStore.Due> wave, Instant now) {
    Map<PlannedEvent.Kind, List<ReplayStore.Due>> byKind = new EnumMap<>(PlannedEvent.Kind.class);
    wave.forEach(
        event -> byKind.computeIfAbsent(event.kind(), kind -> new ArrayList<>()).add(event));
    byKind.forEach((kind, events) -> tellKind(run, kind, events));
    store.sent(wave.stream().map(ReplayStore.Due::key).toList(), now);
  }

  private void tellKind(long run, PlannedEvent.Kind kind, List<ReplayStore.Due> events) {
    try {
      outside.tell(kind.path(), events.stream().map(ReplayStore.Due::body).toList());
    } catch (Outside.Unwilling e) {
      events.forEach(event -> tellAlone(run, kind, event));
    }
  }

  private void tellAlone(long run, PlannedEvent.Kind kind, ReplayStore.Due event) {
    try {
      outside.tell(kind.path(), List.of(event.body()));
    } catch (Outside.Unwilling e) {
      store.error(run, new RowError(event.key(), 0, String.valueOf(e.getMessage())));
    }
  }
}
