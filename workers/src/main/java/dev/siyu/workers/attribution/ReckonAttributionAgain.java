package dev.siyu.workers.attribution;

import dev.siyu.attribution.AttributionWork;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Divides a rejected order anew with everything known by now. */
@Component
@JourneyStep(
    name = "重新归属",
    nameEn = "Reckon attribution again",
    help = "被驳回的归属按现在掌握的证据重算；给出 reckonedAgain（有没有新的归属决定）",
    color = "#a3542b")
final class ReckonAttributionAgain implements JobWork<ReckonAttributionAgain.Input> {

  record Input(String approvalId) {}

  private final AttributionWork steps;

  ReckonAttributionAgain(AttributionWork steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return JobTypes.RECKON_ATTRIBUTION_AGAIN;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    return new JobOutcome.Done(
        Map.of("reckonedAgain", steps.reckonAgain(in.approvalId(), job.now())));
  }
}
