package dev.siyu.workers.closings;

import dev.siyu.closings.ClosingWork;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks at what is open before a month is settled. */
@Component
@JourneyStep(
    name = "查未了事项",
    nameEn = "Check month",
    help = "查看等待审批、更正、争议的订单和账目检查；给出 done（可以结算）、nextAt",
    color = "#a3542b")
final class CheckMonth implements JobWork<CheckMonth.Input> {

  record Input(String settlementMonth) {}

  private final ClosingWork steps;

  CheckMonth(ClosingWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.CHECK_MONTH;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var looked = steps.check(in.settlementMonth(), job.now());
    return new JobOutcome.Done(Map.of("done", looked.done(), "nextAt", looked.nextAt().toString()));
  }
}
