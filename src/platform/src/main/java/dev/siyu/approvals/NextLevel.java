package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalSteps.Progress;
import java.util.List;

/** Which level comes next; a pure function of the plan and of what happened. */
sealed interface NextLevel {

  /** Groups that still have to sign on it. */
  record Open(int number, List<String> groups) implements NextLevel {}

  record Enough() implements NextLevel {}

  record Nobody() implements NextLevel {}

  /**
   * @param plan with the groups that agreed, those of {@code progress} included
   */
  static NextLevel of(List<LevelTable.Row> plan, Progress progress) {
    var before = progress.level();
    if (progress.unanswered() || plan.isEmpty()) {
      return new Nobody();
    }
    if (before == null) {
      return new Open(0, plan.getFirst().groups());
    }
    var level = plan.get(before);
    var missing = level.groups().stream().filter(group -> !level.signed().contains(group)).toList();
    if (!progress.late() && !missing.isEmpty()) {
      return new Open(before, missing);
    }
    int next = before + 1;
    if (next < plan.size() && (progress.late() || plan.get(next).needed())) {
      return new Open(next, plan.get(next).groups());
    }
    return progress.late() ? new Nobody() : new Enough();
  }
}
