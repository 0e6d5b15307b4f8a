package dev.siyu.workers.closings;

import dev.siyu.closings.ClosingWork;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reminds, tells the boss, goes on: in turn. */
@Component
@JourneyStep(
    name = "催办或上报结算单",
    nameEn = "Chase statements",
    help = "先催办，过期上报一把手，再过期记为逾期；给出 done、nextAt",
    color = "#a3542b")
final class ChaseStatements implements JobWork<ChaseStatements.Input> {

  record Input(String settlementMonth) {}

  private final ClosingWork steps;

  ChaseStatements(ClosingWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.CHASE_STATEMENTS;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var looked = steps.chase(in.settlementMonth(), job.now());
    return new JobOutcome.Done(Map.of("done", looked.done(), "nextAt", looked.nextAt().toString()));
  }
}
