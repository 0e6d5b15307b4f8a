package dev.siyu.workers.selections;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.selections.RoundState;
import dev.siyu.selections.SelectionWork;
import org.springframework.stereotype.Component;

/** Ends a round nobody chose for or signed. */
@Component
@JourneyStep(name = "结束轮次", nameEn = "Close selection", help = "没有选定或没有签批时结束轮次", color = "#3f8f4f")
final class CloseSelection implements JobWork<CloseSelection.Input> {

  record Input(
      String selectionKey,
      @Header(
              label = "为什么结束",
              labelEn = "Why it ends",
              choices = {"NOT_CHOSEN", "EXPIRED"})
          RoundState how) {}

  private final SelectionWork steps;

  CloseSelection(SelectionWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.CLOSE_SELECTION;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    steps.close(in.selectionKey(), in.how(), job.now());
    return JobOutcome.done();
  }
}
