package dev.siyu.workers.staff;

import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.tasks.StaffTasks;
import dev.siyu.tasks.StaffTasks.NewTask;
import dev.siyu.workers.Steps;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens a task for the customer's staff member (人工任务). The job ends at once; the journey waits for
 * {@code staff-task-ended} by {@code =staffTask}, or until {@code taskDeadline}.
 */
@Component
@JourneyStep(
    name = "安排人工任务",
    nameEn = "Staff task",
    help = "给客户的导购安排一项任务；随后等待消息 staff-task-ended（关联键 =staffTask）或到 taskDeadline",
    color = "#b06f1a")
final class OpenStaffTask implements JobWork<OpenStaffTask.Input> {

  record Input(
      String customerId,
      String staffId,
      String entry,
      @Nullable Integer round,
      @Header(label = "标题", labelEn = "Title", help = "最多 60 字；{name} 代表客户姓名") String title,
      @Header(label = "要做什么", labelEn = "What to do", help = "最多 500 字；{name} 代表客户姓名")
          String content,
      @Header(label = "期限（小时）", labelEn = "Hours allowed", defaultValue = "24") int hours,
      @Header(
              label = "未完成时",
              labelEn = "When not done",
              help = "lead：通知负责人；silent：只告诉旅程",
              choices = {"lead", "silent"},
              defaultValue = "lead")
          String unfinished) {

    NewTask task(JobContext job, String name) {
      var key = Steps.key(customerId, entry, round, job);
      return new NewTask(
          String.join("/", customerId, key.journey(), key.step(), key.occurrence()),
          staffId,
          customerId,
          key.journey(),
          key.step(),
          title.replace("{name}", name),
          content.replace("{name}", name),
          job.now().plus(Duration.ofHours(Math.clamp(hours, 1, 24 * 60))),
          unfinished.equals("lead"));
    }
  }

  private final StaffTasks tasks;
  private final Customers customers;

  OpenStaffTask(StaffTasks tasks, Customers customers) {
    this.tasks = tasks;
    this.customers = customers;
  }

  @Override
  public String type() {
    return "staff-task";
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var name = customers.find(new CustomerId(in.customerId())).map(Customer::name).orElse("");
    long id = tasks.open(in.task(job, name.isEmpty() ? in.customerId() : name));
    Instant deadline = tasks.find(id).orElseThrow().deadline();
    return new JobOutcome.Done(
        Map.of("staffTask", Long.toString(id), "taskDeadline", deadline.toString()));
  }
}
