package dev.siyu.workers.selections;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.selections.SelectionWork;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts what the selected products achieved. */
@Component
@JourneyStep(
    name = "统计效果",
    nameEn = "Review selection",
    help = "统计选中产品生效后的首单、转明星品与毛利；给出 reviewed（产品数）",
    color = "#3f8f4f")
final class ReviewSelection implements JobWork<ReviewSelection.Input> {

  record Input(String selectionKey) {}

  private final SelectionWork steps;

  ReviewSelection(SelectionWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.REVIEW_SELECTION;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    int reviewed = steps.review(in.selectionKey(), job.now());
    return new JobOutcome.Done(Map.of("reviewed", reviewed));
  }
}
