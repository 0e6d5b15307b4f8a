package dev.siyu.workers.selections;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.selections.SelectionWork;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts what the orders say about the candidates. */
@Component
@JourneyStep(
    name = "统计候选产品",
    nameEn = "Measure candidates",
    help = "按订单明细统计每个候选产品；给出 candidates（个数）",
    color = "#3f8f4f")
final class MeasureSelection implements JobWork<MeasureSelection.Input> {

  record Input(String selectionKey) {}

  private final SelectionWork steps;

  MeasureSelection(SelectionWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.MEASURE_SELECTION;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    int candidates = steps.measure(in.selectionKey(), job.now());
    return new JobOutcome.Done(Map.of("candidates", candidates));
  }
}
