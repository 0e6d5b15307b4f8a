package dev.siyu.workers.readiness;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.readiness.ReadinessWork;
import org.springframework.stereotype.Component;

/** Gives the departments their parts to fill in. */
@Component
@JourneyStep(
    name = "分派填写任务",
    nameEn = "Open readiness tasks",
    help = "给每个有负责人的部分安排一项人工任务",
    color = "#5b5fc7")
final class OpenReadinessTasks implements JobWork<OpenReadinessTasks.Input> {

  record Input(String readinessKey) {}

  private final ReadinessWork steps;

  OpenReadinessTasks(ReadinessWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.OPEN_READINESS_TASKS;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    steps.openTasks(in.readinessKey(), job.now());
    return JobOutcome.done();
  }
}
