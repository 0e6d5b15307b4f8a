package dev.siyu.workers.selections;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.selections.SelectionWork;
import dev.siyu.selections.SelectionWork.Step;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reminds of a choice or a review that is due, at most twice. */
@Component
@JourneyStep(
    name = "催选品",
    nameEn = "Remind of selection",
    help = "在选品页标记催办；给出 givenUp（同一步已催过两次）",
    color = "#3f8f4f")
final class RemindSelection implements JobWork<RemindSelection.Input> {

  private static final int PATIENCE = 2;

  record Input(
      String selectionKey,
      @Header(
              label = "催什么",
              labelEn = "What is waited for",
              choices = {"CHOICE", "REVIEW"})
          Step about) {}

  private final SelectionWork steps;

  RemindSelection(SelectionWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.REMIND_SELECTION;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    int times = steps.remind(in.selectionKey(), in.about(), job.now());
    return new JobOutcome.Done(Map.of("givenUp", times > PATIENCE));
  }
}
