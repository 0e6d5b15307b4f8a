package dev.siyu.rehearsal;

import dev.siyu.approvals.ApprovalEnded.Ending;
import dev.siyu.approvals.ApprovalSteps;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An approval whose levels a scenario plans; by default the manager of one department signs, then
 * it is enough. A level has 9 hours, a reminder after 4, and 18 more to supply what is asked back.
 */
final class FakeApprovals implements ApprovalSteps {

  final List<String> done = new ArrayList<>();
  private final Map<String, Deque<String>> answers = new HashMap<>();
  private final Clock clock;

  FakeApprovals(Clock clock) {
    this.clock = clock;
  }

  void answer(String step, List<String> next) {
    answers.put(step, new ArrayDeque<>(next));
  }

  private String next(String step, String otherwise) {
    var planned = answers.getOrDefault(step, new ArrayDeque<>()).poll();
    return planned == null ? otherwise : planned;
  }

  @Override
  public Checked check(String id) {
    return new Checked(next("task_CheckLimits", "PEOPLE").equals("BY_RULE"), "按权限表");
  }

  @Override
  public Opened open(String id, Progress progress) {
    var now = clock.instant();
    var level = progress.level();
    var said = next("task_OpenLevel", level == null ? "OPEN dept:电商部" : "ENOUGH").split(" ");
    return switch (said[0]) {
      case "ENOUGH" -> new Opened.Enough();
      case "NOBODY" -> new Opened.Nobody();
      default ->
          new Opened.Signers(
              level == null ? 0 : level + 1,
              List.of(said[1].split(",")),
              now.plus(Duration.ofHours(4)),
              now.plus(Duration.ofHours(9)),
              now.plus(Duration.ofHours(27)));
    };
  }

  /** Whether a rejected attribution is decided anew. */
  boolean reckons() {
    return next("reckon", "SAME").equals("AGAIN");
  }

  @Override
  public void remind(String id, int level) {
    done.add("remind " + level);
  }

  @Override
  public void tellSigners(String id, String said) {
    done.add("tell " + said);
  }

  @Override
  public void conclude(String id, Ending ending, List<Signature> signatures) {
    done.add(ending.name());
  }
}
