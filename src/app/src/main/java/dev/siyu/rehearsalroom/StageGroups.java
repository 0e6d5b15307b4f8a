package dev.siyu.rehearsalroom;

import dev.siyu.drawn.Messages;
import dev.siyu.groups.Groups;
import dev.siyu.journeys.DrawingPlan;
import dev.siyu.rehearsals.Stage;
import dev.siyu.replay.SampleGroups;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Customer groups in operation, for a drawing that begins with a group's week. They are there
 * before the clock moves, so that the same rehearsal has them at the same moment.
 */
class StageGroups {

  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int LOOKS = 300;

  private final SampleGroups sample;
  private final Groups groups;

  StageGroups(SampleGroups sample, Groups groups) {
    this.sample = sample;
    this.groups = groups;
  }

  void openFor(Stage.Order order) {
    if (order.drawings().stream().anyMatch(one -> isOfGroups(order, one))) {
      List<String> opened = sample.open();
      opened.forEach(this::awaitKnown);
      opened.forEach(group -> groups.operate(group, true, "rehearsal"));
    }
  }

  static boolean isOfGroups(Stage.Order order, Stage.Drawing drawing) {
    return drawing.processId().equals(order.processId())
        && DrawingPlan.of(drawing.xml()).entries().containsKey(Messages.GROUP_WEEK_STARTED);
  }

  private void awaitKnown(String group) {
    for (int i = 0; groups.find(group).isEmpty(); i++) {
      if (i == LOOKS) {
        throw new IllegalStateException("SIYU-8154 group " + group + " was told but is not known");
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }
}
