package dev.siyu.tasks;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of staff members. Every task ends: done, handed over (then a colleague has a task of
 * their own) or expired at its deadline; when the whole chain ends the journey is told by {@code
 * staff-task-ended}.
 */
public interface StaffTasks {

  /**
   * A task to open.
   *
   * @param key business key; the same key twice is the same task
   * @param title at most 60 characters
   * @param content at most 500 characters
   * @param tellLead whether the lead hears when it is not done in time
   */
  record NewTask(
      String key,
      String staffUserId,
      @Nullable String customerId,
      String journey,
      String step,
      String title,
      String content,
      Instant deadline,
      boolean tellLead) {}

  /**
   * Who acts.
   *
   * @param staffUserId whose tasks the person may touch; null: everybody's (a manager)
   */
  record Actor(String name, @Nullable String staffUserId) {}

  /** What a person does with a task. */
  sealed interface Act {
    record Finish(String note) implements Act {}

    /** {@code until}: later than now, before the deadline. */
    record Postpone(Instant until) implements Act {}

    record HandOver(String toStaffUserId, String note) implements Act {}
  }

  /** What became of it. */
  sealed interface Answer {
    record Done() implements Answer {}

    /** There is no such task, or it is not theirs. */
    record NotFound() implements Answer {}

    /** It ended already, e.g. by its deadline or by a colleague. */
    record TooLate(StaffTaskState state) implements Answer {}

    /** {@code what}: value and expectation. */
    record Wrong(String what) implements Answer {}
  }

  /** Opens a task in the caller's transaction; answers its id, or that of the one opened before. */
  long open(NewTask task);

  Optional<StaffTask> find(long id);

  Answer act(long id, Act act, Actor actor);
}
