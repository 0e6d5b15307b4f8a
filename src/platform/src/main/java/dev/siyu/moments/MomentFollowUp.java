package dev.siyu.moments;

import dev.siyu.time.DueWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes the next step about each moment; WeCom has no callback for them. */
@Component
class MomentFollowUp implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(MomentFollowUp.class);
  private static final int BATCH = 100;

  private final PlanTable plans;
  private final Launch launch;
  private final Building building;
  private final Rounds rounds;
  private final MomentFigures figures;
  private final MomentSettings settings;

  MomentFollowUp(
      PlanTable plans,
      Launch launch,
      Building building,
      Rounds rounds,
      MomentFigures figures,
      MomentSettings settings) {
    this.plans = plans;
    this.launch = launch;
    this.building = building;
    this.rounds = rounds;
    this.figures = figures;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "moments";
  }

  @Override
  public Optional<Instant> nextDue() {
    return plans.nextDue();
  }

  @Override
  public void runDue(Instant now) {
    List<Plan> due = plans.due(now, BATCH);
    due.forEach(plan -> guarded(plan, now));
  }

  private void guarded(Plan plan, Instant now) {
    try {
      take(plan, now);
    } catch (RuntimeException e) {
      var next = now.plus(settings.pause());
      log.warn("SIYU-3450 step of moment {} broke off; again at {}", plan.id(), next, e);
      plans.later(plan.id(), next, null);
    }
  }

  private void take(Plan plan, Instant now) {
    switch (plan.state()) {
      case PLANNED -> launch.of(plan, now);
      case CREATING -> launch.unknown(plan, "创建后没有记下结果", now);
      case BUILDING -> building.job(plan, now);
      case UNKNOWN -> building.lookFor(plan, now);
      case OPEN -> rounds.open(plan, now);
      case STOPPING -> rounds.stopping(plan, now);
      case PUBLISHED, PARTLY -> figures.collect(plan, now);
      case TIMED_OUT, CANCELLED, REFUSED -> plans.rest(plan.id(), null);
    }
  }
}
