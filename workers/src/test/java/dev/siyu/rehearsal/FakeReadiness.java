package dev.siyu.rehearsal;

import dev.siyu.readiness.ReadinessWork;
import dev.siyu.readiness.State;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** An assessment whose conclusion is what a scenario plans under "assess", else GO. */
final class FakeReadiness implements ReadinessWork {

  private final Deque<String> conclusions = new ArrayDeque<>();
  private int reminded;

  void plan(Map<String, List<String>> answers) {
    conclusions.addAll(answers.getOrDefault("assess", List.of()));
  }

  @Override
  public void openTasks(String key, Instant now) {}

  @Override
  public int remind(String key, Instant now) {
    return ++reminded;
  }

  @Override
  public State assess(String key, Instant now) {
    return conclusions.isEmpty() ? State.GO : State.valueOf(conclusions.poll());
  }

  @Override
  public void askSignOff(String key, Instant now) {}

  @Override
  public void close(String key, State how, Instant now) {}

  @Override
  public int recheck(String key, Instant now) {
    return 2;
  }
}
