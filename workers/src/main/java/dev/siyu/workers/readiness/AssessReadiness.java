package dev.siyu.workers.readiness;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.readiness.ReadinessWork;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Works the conclusion out by the decision table. */
@Component
@JourneyStep(
    name = "计算结论",
    nameEn = "Assess readiness",
    help = "按频次、毛利与得分查决策表；给出 verdict：GO、CONDITIONS 或 STOP",
    color = "#5b5fc7")
final class AssessReadiness implements JobWork<AssessReadiness.Input> {

  record Input(String readinessKey) {}

  private final ReadinessWork steps;

  AssessReadiness(ReadinessWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.ASSESS_READINESS;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var verdict = steps.assess(in.readinessKey(), job.now());
    return new JobOutcome.Done(Map.of("verdict", verdict.name()));
  }
}
