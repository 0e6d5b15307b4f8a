package dev.siyu.workers.handovers;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.handovers.HandOverWork;
import dev.siyu.handovers.HandOverWork.Started;
import dev.siyu.journeys.JourneyStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks WeCom to transfer the customers (转接), a hundred a call. */
@Component
@JourneyStep(
    name = "发起转接",
    nameEn = "Start transfers",
    help = "分批请企业微信转接客户；结果见 outcome：ALL、MORE、LATER、BLOCKED",
    color = "#2f7dd1",
    endsBy = "outcome")
final class StartTransfers implements JobWork<StartTransfers.Input> {

  record Input(String handOverId) {}

  private final HandOverWork handOvers;

  StartTransfers(HandOverWork handOvers) {
    this.handOvers = handOvers;
  }

  @Override
  public String type() {
    return JobTypes.START_TRANSFERS;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    return switch (handOvers.start(in.handOverId())) {
      case Started.All all ->
          new JobOutcome.Done(Map.of("outcome", "ALL", "resultsAt", all.resultsAt().toString()));
      case Started.More more -> new JobOutcome.Done(Map.of("outcome", "MORE"));
      case Started.Later later ->
          new JobOutcome.Done(
              Map.of("outcome", "LATER", "notBefore", later.notBefore().toString()));
      case Started.Blocked blocked -> new JobOutcome.Done(Map.of("outcome", "BLOCKED"));
    };
  }
}
