package dev.siyu.rehearsal;

import dev.siyu.tasks.StaffTask;
import dev.siyu.tasks.StaffTaskState;
import dev.siyu.tasks.StaffTasks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A task centre that only opens tasks; how they end is told by the test. */
final class FakeTasks implements StaffTasks {

  final List<NewTask> opened = new ArrayList<>();
  private final Clock clock;

  FakeTasks(Clock clock) {
    this.clock = clock;
  }

  @Override
  public long open(NewTask task) {
    for (int n = 0; n < opened.size(); n++) {
      if (opened.get(n).key().equals(task.key())) {
        return n + 1L;
      }
    }
    opened.add(task);
    return opened.size();
  }

  @Override
  public Optional<StaffTask> find(long id) {
    var task = opened.get(Math.toIntExact(id) - 1);
    return Optional.of(
        new StaffTask(
            id,
            id,
            task.staffUserId(),
            task.customerId(),
            task.journey(),
            task.step(),
            task.title(),
            task.content(),
            task.tellLead(),
            StaffTaskState.OPEN,
            clock.instant(),
            task.deadline(),
            null,
            null));
  }

  @Override
  public Answer act(long id, Act act, Actor actor) {
    throw new AssertionError("no journey acts on a task");
  }
}
