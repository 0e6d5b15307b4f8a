package dev.siyu.workers.readiness;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.readiness.ReadinessWork;
import org.springframework.stereotype.Component;

/** Asks departments and boss to sign the conclusion. */
@Component
@JourneyStep(
    name = "提交签批",
    nameEn = "Ask for sign-off",
    help = "请各部门与一把手签批；随后等待消息 readiness-decided",
    color = "#5b5fc7")
final class AskReadinessSignOff implements JobWork<AskReadinessSignOff.Input> {

  record Input(String readinessKey) {}

  private final ReadinessWork steps;

  AskReadinessSignOff(ReadinessWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.ASK_READINESS_SIGN_OFF;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    steps.askSignOff(in.readinessKey(), job.now());
    return JobOutcome.done();
  }
}
