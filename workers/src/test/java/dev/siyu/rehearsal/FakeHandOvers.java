package dev.siyu.rehearsal;

import dev.siyu.handovers.HandOverWork;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A hand-over whose steps answer what a scenario wants, and then that all went well. */
final class FakeHandOvers implements HandOverWork {

  private final Map<String, Deque<String>> answers = new HashMap<>();
  private final Clock clock;

  FakeHandOvers(Clock clock) {
    this.clock = clock;
  }

  void answer(String step, List<String> next) {
    answers.put(step, new ArrayDeque<>(next));
  }

  private String[] next(String step, String otherwise) {
    var planned = answers.getOrDefault(step, new ArrayDeque<>()).poll();
    return (planned == null ? otherwise : planned).split(" ");
  }

  @Override
  public int plan(String id) {
    return Integer.parseInt(next("task_PlanHandOver", "1")[0]);
  }

  @Override
  public Started start(String id) {
    var words = next("task_StartTransfers", "ALL PT24H30M");
    return switch (words[0]) {
      case "MORE" -> new Started.More();
      case "LATER" -> new Started.Later(clock.instant().plus(Duration.parse(words[1])));
      case "BLOCKED" -> new Started.Blocked();
      default -> new Started.All(clock.instant().plus(Duration.parse(words[1])));
    };
  }

  @Override
  public Collected collect(String id) {
    var words = next("task_CollectTransfers", "OVER 0");
    return switch (words[0]) {
      case "WAITING" -> new Collected.Waiting(clock.instant().plus(Duration.parse(words[1])));
      case "AGAIN" -> new Collected.Again();
      default -> new Collected.Over(Integer.parseInt(words[1]));
    };
  }

  @Override
  public void giveUp(String id, String why) {}
}
