package dev.siyu.workers.closings;

import dev.siyu.closings.ClosingWork;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Closes the books and asks for the signatures. */
@Component
@JourneyStep(
    name = "提请关账",
    nameEn = "Ask for closing",
    help = "冻结结算单并请人审批；给出 done（已提请）、nextAt，随后等待消息 month-decided",
    color = "#a3542b")
final class AskClosing implements JobWork<AskClosing.Input> {

  record Input(String settlementMonth) {}

  private final ClosingWork steps;

  AskClosing(ClosingWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.ASK_CLOSING;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var looked = steps.ask(in.settlementMonth(), job.now());
    return new JobOutcome.Done(Map.of("done", looked.done(), "nextAt", looked.nextAt().toString()));
  }
}
