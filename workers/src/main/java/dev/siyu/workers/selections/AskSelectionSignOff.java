package dev.siyu.workers.selections;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.selections.SelectionWork;
import org.springframework.stereotype.Component;

/** Asks for the sign-off of a selection. */
@Component
@JourneyStep(
    name = "提交签批",
    nameEn = "Ask for sign-off",
    help = "请负责人签批选品；随后等待消息 selection-decided",
    color = "#3f8f4f")
final class AskSelectionSignOff implements JobWork<AskSelectionSignOff.Input> {

  record Input(String selectionKey) {}

  private final SelectionWork steps;

  AskSelectionSignOff(SelectionWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.ASK_SELECTION_SIGN_OFF;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    steps.askSignOff(in.selectionKey(), job.now());
    return JobOutcome.done();
  }
}
