package dev.siyu.workers.selections;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.selections.SelectionWork;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Opens the next round for what is to be replaced. */
@Component
@JourneyStep(
    name = "开下一轮选品",
    nameEn = "Open next selection",
    help = "开下一轮选品；给出 nextRound",
    color = "#3f8f4f")
final class OpenNextSelection implements JobWork<OpenNextSelection.Input> {

  record Input(String selectionKey) {}

  private final SelectionWork steps;

  OpenNextSelection(SelectionWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.OPEN_NEXT_SELECTION;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var round = steps.openNext(in.selectionKey(), job.now());
    return new JobOutcome.Done(Map.of("nextRound", round));
  }
}
