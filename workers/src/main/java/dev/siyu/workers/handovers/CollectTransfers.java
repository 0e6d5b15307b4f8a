package dev.siyu.workers.handovers;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.handovers.HandOverWork;
import dev.siyu.handovers.HandOverWork.Collected;
import dev.siyu.journeys.JourneyStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Learns what became of the transfers; relations move only now. */
@Component
@JourneyStep(
    name = "查询接替结果",
    nameEn = "Collect transfers",
    help = "查询接替结果并更新客户归属；结果见 outcome：OVER、WAITING、AGAIN，未接替人数见 forPeople",
    color = "#2f7dd1",
    endsBy = "outcome")
final class CollectTransfers implements JobWork<CollectTransfers.Input> {

  record Input(String handOverId) {}

  private final HandOverWork handOvers;

  CollectTransfers(HandOverWork handOvers) {
    this.handOvers = handOvers;
  }

  @Override
  public String type() {
    return JobTypes.COLLECT_TRANSFERS;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    return switch (handOvers.collect(in.handOverId())) {
      case Collected.Waiting waiting ->
          new JobOutcome.Done(
              Map.of("outcome", "WAITING", "notBefore", waiting.notBefore().toString()));
      case Collected.Again again -> new JobOutcome.Done(Map.of("outcome", "AGAIN"));
      case Collected.Over over ->
          new JobOutcome.Done(Map.of("outcome", "OVER", "forPeople", over.forPeople()));
    };
  }
}
