package dev.siyu.workers.selections;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.selections.SelectionWork;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts the signed selection into the product matrix. */
@Component
@JourneyStep(
    name = "产品矩阵生效",
    nameEn = "Apply selection",
    help = "按签批的内容一次性更改产品矩阵；给出 applied（是否生效）",
    color = "#3f8f4f")
final class ApplySelection implements JobWork<ApplySelection.Input> {

  record Input(String selectionKey) {}

  private final SelectionWork steps;

  ApplySelection(SelectionWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.APPLY_SELECTION;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    boolean applied = steps.apply(in.selectionKey(), job.now());
    return new JobOutcome.Done(Map.of("applied", applied));
  }
}
