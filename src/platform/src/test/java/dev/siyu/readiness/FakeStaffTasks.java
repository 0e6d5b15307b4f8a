package dev.siyu.readiness;

import dev.siyu.tasks.Notices;
import dev.siyu.tasks.StaffTask;
import dev.siyu.tasks.StaffTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the tasks that were opened, and who was told something. */
final class FakeStaffTasks implements StaffTasks, Notices {

  final List<NewTask> opened = new ArrayList<>();
  final List<String> told = new ArrayList<>();

  @Override
  public long open(NewTask task) {
    opened.add(task);
    return opened.size();
  }

  @Override
  public Optional<StaffTask> find(long id) {
    return Optional.empty();
  }

  @Override
  public Answer act(long id, Act act, Actor actor) {
    return new Answer.NotFound();
  }

  @Override
  public void tell(String key, String staffUserId, String text) {
    told.add(staffUserId);
  }
}
