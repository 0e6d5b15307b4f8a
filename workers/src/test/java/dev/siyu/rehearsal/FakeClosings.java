package dev.siyu.rehearsal;

import dev.siyu.closings.ClosingWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A month whose steps are through unless a scenario plans WAIT; looked at again a day later. */
final class FakeClosings implements ClosingWork {

  private static final Duration DAY = Duration.ofDays(1);
  private final Map<String, Deque<String>> answers = new HashMap<>();

  void plan(Map<String, List<String>> planned) {
    planned.forEach((step, next) -> answers.put(step, new ArrayDeque<>(next)));
  }

  private Looked look(String step, Instant now) {
    var planned = answers.getOrDefault(step, new ArrayDeque<>()).poll();
    boolean done = !"WAIT".equals(planned);
    return new Looked(done, done ? now : now.plus(DAY));
  }

  @Override
  public Looked check(String month, Instant now) {
    return look("month-check", now);
  }

  @Override
  public Instant settle(String month, Instant now) {
    return now.plus(DAY);
  }

  @Override
  public Instant send(String month, Instant now) {
    return now.plus(DAY.plusHours(1));
  }

  @Override
  public Looked chase(String month, Instant now) {
    return look("month-chase", now);
  }

  @Override
  public Looked ask(String month, Instant now) {
    return look("month-ask", now);
  }

  @Override
  public void conclude(String month, Instant now) {}
}
