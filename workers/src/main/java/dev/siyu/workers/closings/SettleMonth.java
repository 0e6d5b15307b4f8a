package dev.siyu.workers.closings;

import dev.siyu.closings.ClosingWork;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes final what is due. */
@Component
@JourneyStep(
    name = "确认到期业绩",
    nameEn = "Settle month",
    help = "开始或补做月度结算；给出 nextAt，随后等待消息 month-settled",
    color = "#a3542b")
final class SettleMonth implements JobWork<SettleMonth.Input> {

  record Input(String settlementMonth) {}

  private final ClosingWork steps;

  SettleMonth(ClosingWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.SETTLE_MONTH;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var nextAt = steps.settle(in.settlementMonth(), job.now());
    return new JobOutcome.Done(Map.of("nextAt", nextAt.toString()));
  }
}
