package dev.siyu.tasks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a task by itself, and when; pure functions. */
final class StaffTaskPlan {

  /** In the order in which one wins over another at the same moment. */
  enum Step {
    EXPIRE,
    COME_BACK,
    REMIND
  }

  private StaffTaskPlan() {}

  /** When the member is reminded; null when the time is too short to be worth it. */
  static @Nullable Instant remindAt(Instant created, Instant deadline, Duration before) {
    var at = deadline.minus(before);
    return at.isAfter(created.plus(before)) ? at : null;
  }

  /** The next moment something happens by itself; the deadline at the latest. */
  static Instant next(
      StaffTaskState state, Instant deadline, @Nullable Instant until, @Nullable Instant remindAt) {
    var next = deadline;
    if (state == StaffTaskState.POSTPONED && until != null && until.isBefore(next)) {
      next = until;
    }
    if (state == StaffTaskState.OPEN && remindAt != null && remindAt.isBefore(next)) {
      next = remindAt;
    }
    return next;
  }

  /** What is due at {@code now}; only called when something is. */
  static Step due(StaffTask task, Instant now) {
    if (!now.isBefore(task.deadline())) {
      return Step.EXPIRE;
    }
    return task.state() == StaffTaskState.POSTPONED ? Step.COME_BACK : Step.REMIND;
  }
}
