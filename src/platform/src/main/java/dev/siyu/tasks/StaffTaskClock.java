package dev.siyu.tasks;

import dev.siyu.time.DueWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets happen what happens to staff tasks by itself: reminder, coming back, deadline. */
@Component
class StaffTaskClock implements DueWork {

  private static final int TASKS = 200;

  private final StaffTaskTable table;
  private final TaskCentre centre;
  private final TransactionTemplate transactions;

  StaffTaskClock(StaffTaskTable table, TaskCentre centre, TransactionTemplate transactions) {
    this.table = table;
    this.centre = centre;
    this.transactions = transactions;
  }

  @Override
  public String name() {
    return "staff-tasks";
  }

  @Override
  public Optional<Instant> nextDue() {
    return table.nextDue();
  }

  @Override
  public void runDue(Instant now) {
    List<StaffTask> tasks;
    do {
      tasks = table.due(now, TASKS);
      tasks.forEach(task -> transactions.executeWithoutResult(status -> happen(task, now)));
    } while (tasks.size() == TASKS);
  }

  private void happen(StaffTask task, Instant now) {
    switch (StaffTaskPlan.due(task, now)) {
      case EXPIRE -> centre.expire(task, now);
      case COME_BACK -> centre.comeBack(task);
      case REMIND -> centre.remind(task);
    }
  }
}
