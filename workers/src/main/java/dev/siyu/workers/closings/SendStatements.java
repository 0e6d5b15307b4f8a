package dev.siyu.workers.closings;

import dev.siyu.closings.ClosingWork;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gives every department its statement. */
@Component
@JourneyStep(
    name = "发出结算单",
    nameEn = "Send statements",
    help = "通知各部门确认结算单；给出 nextAt，随后等待消息 statements-answered",
    color = "#a3542b")
final class SendStatements implements JobWork<SendStatements.Input> {

  record Input(String settlementMonth) {}

  private final ClosingWork steps;

  SendStatements(ClosingWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.SEND_STATEMENTS;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var nextAt = steps.send(in.settlementMonth(), job.now());
    return new JobOutcome.Done(Map.of("nextAt", nextAt.toString()));
  }
}
