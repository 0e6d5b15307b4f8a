package dev.siyu.workers.handovers;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.handovers.HandOverWork;
import dev.siyu.journeys.JourneyStep;
import org.springframework.stereotype.Component;

/** Ends a hand-over nobody could unblock. */
@Component
@JourneyStep(
    name = "放弃移交",
    nameEn = "Give up hand-over",
    help = "结束移交，剩余客户进入人工清单",
    color = "#2f7dd1")
final class GiveUpHandOver implements JobWork<GiveUpHandOver.Input> {

  record Input(String handOverId) {}

  private final HandOverWork handOvers;

  GiveUpHandOver(HandOverWork handOvers) {
    this.handOvers = handOvers;
  }

  @Override
  public String type() {
    return JobTypes.GIVE_UP_HAND_OVER;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    handOvers.giveUp(in.handOverId(), "NOT_REMOVED");
    return JobOutcome.done();
  }
}
