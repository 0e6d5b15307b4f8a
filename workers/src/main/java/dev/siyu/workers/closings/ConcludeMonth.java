package dev.siyu.workers.closings;

import dev.siyu.closings.ClosingWork;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import org.springframework.stereotype.Component;

/** Tells everybody that the month is closed. */
@Component
@JourneyStep(name = "告知已关账", nameEn = "Conclude month", help = "告诉各部门负责人这个月已关账", color = "#a3542b")
final class ConcludeMonth implements JobWork<ConcludeMonth.Input> {

  record Input(String settlementMonth) {}

  private final ClosingWork steps;

  ConcludeMonth(ClosingWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.CONCLUDE_MONTH;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    steps.conclude(in.settlementMonth(), job.now());
    return JobOutcome.done();
  }
}
