package dev.siyu.workers.groups;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.groups.GroupWork;
import dev.siyu.groups.GroupWork.Known;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.tasks.StaffTasks;
import dev.siyu.tasks.StaffTasks.NewTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Opens a task for the owner of a group. The job ends at once; the journey waits for {@code
 * staff-task-ended} by {@code =staffTask}, or until {@code taskDeadline}.
 */
@Component
@JourneyStep(
    name = "安排社群任务",
    nameEn = "Group task",
    help = "给群主安排一项任务；随后等待消息 staff-task-ended（关联键 =staffTask）或到 taskDeadline",
    color = "#b06f1a")
final class OpenGroupTask implements JobWork<OpenGroupTask.Input> {

  /** A dismissed group has nobody to ask; the journey hears of it by message. */
  private static final Map<String, Object> NOBODY =
      Map.of("staffTask", "0", "taskDeadline", "1970-01-01T00:00:00Z");

  record Input(
      String groupId,
      String week,
      @Header(label = "标题", labelEn = "Title", help = "最多 60 字；{group} 代表群名") String title,
      @Header(label = "要做什么", labelEn = "What to do", help = "最多 500 字；{group} 代表群名")
          String content,
      @Header(label = "期限（小时）", labelEn = "Hours allowed", defaultValue = "24") int hours) {

    NewTask task(JobContext job, Known group) {
      return new NewTask(
          String.join("/", groupId, job.processId(), job.elementId(), week),
          group.owner(),
          null,
          job.processId(),
          job.elementId(),
          title.replace("{group}", group.name()),
          content.replace("{group}", group.name()),
          job.now().plus(Duration.ofHours(Math.clamp(hours, 1, 24 * 7))),
          true);
    }
  }

  private final StaffTasks tasks;
  private final GroupWork groups;

  OpenGroupTask(StaffTasks tasks, GroupWork groups) {
    this.tasks = tasks;
    this.groups = groups;
  }

  @Override
  public String type() {
    return JobTypes.GROUP_TASK;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var group = groups.find(in.groupId());
    if (group.isEmpty()) {
      return new JobOutcome.Done(NOBODY);
    }
    long id = tasks.open(in.task(job, group.get()));
    Instant deadline = tasks.find(id).orElseThrow().deadline();
    return new JobOutcome.Done(
        Map.of("staffTask", Long.toString(id), "taskDeadline", deadline.toString()));
  }
}
