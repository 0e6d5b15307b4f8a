package dev.siyu.workers.handovers;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.handovers.HandOverWork;
import dev.siyu.journeys.JourneyStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Chooses who takes over whom (分配接替人). */
@Component
@JourneyStep(
    name = "分配接替人",
    nameEn = "Plan hand-over",
    help = "为账号的每位客户选择接替人；给出 customers（待转接人数）",
    color = "#2f7dd1")
final class PlanHandOver implements JobWork<PlanHandOver.Input> {

  record Input(String handOverId) {}

  private final HandOverWork handOvers;

  PlanHandOver(HandOverWork handOvers) {
    this.handOvers = handOvers;
  }

  @Override
  public String type() {
    return JobTypes.PLAN_HAND_OVER;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    return new JobOutcome.Done(Map.of("customers", handOvers.plan(in.handOverId())));
  }
}
