package dev.siyu.moments;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Moments;
import dev.siyu.wecom.Moments.Reaction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Collects likes and comments of a published moment until its days are over. */
@Component
class MomentFigures {

  private final PlanTable plans;
  private final SenderTable senders;
  private final Moments weCom;
  private final MomentSettings settings;

  MomentFigures(PlanTable plans, SenderTable senders, Moments weCom, MomentSettings settings) {
    this.plans = plans;
    this.senders = senders;
    this.weCom = weCom;
    this.settings = settings;
  }

  void collect(Plan plan, Instant now) {
    var moment = Objects.requireNonNull(plan.momentId());
    for (var staff : senders.published(plan.id())) {
      var told = weCom.reactions(moment, staff);
      if (!(told instanceof CallResult.Ok<List<Reaction>> ok)) {
        plans.later(plan.id(), now.plus(settings.pause()), Endings.of(told));
        return;
      }
      ok.value()
          .forEach(
              one ->
                  senders.reacted(plan.id(), staff, one.externalUserId(), one.comment(), one.at()));
    }
    var until = Objects.requireNonNull(plan.figuresUntil());
    if (now.isBefore(until)) {
      plans.later(plan.id(), now.plus(settings.figuresEvery()), null);
    } else {
      plans.rest(plan.id(), null);
    }
  }
}
