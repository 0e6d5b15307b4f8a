package dev.siyu.touchpoints;

import dev.siyu.time.QuietHours;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When what is done about a mass send that nobody confirms; pure functions of its creation and the
 * settings. Every step looks up first how the task stands.
 *
 * @param deadline when it is cancelled for good
 * @param steps in order; the last one is the time-out
 */
record MassSendPlan(Instant deadline, List<Planned> steps) {

  /** In order of severity. */
  enum Step {
    LOOK_UP,
    REMIND,
    ESCALATE,
    REASSIGN,
    TIME_OUT
  }

  record Planned(Step step, Instant at) {}

  static MassSendPlan of(
      Instant created, Instant deadline, MassSendSettings settings, ZoneId companyZone) {
    var steps = new ArrayList<Planned>();
    settings.lookUps().forEach(after -> steps.add(new Planned(Step.LOOK_UP, created.plus(after))));
    settings.reminders().forEach(after -> steps.add(new Planned(Step.REMIND, created.plus(after))));
    steps.add(new Planned(Step.ESCALATE, created.plus(settings.escalate())));
    steps.add(new Planned(Step.REASSIGN, created.plus(settings.reassign())));
    var inTime =
        steps.stream()
            .map(planned -> atWork(planned, settings, companyZone))
            .filter(planned -> planned.at().isBefore(deadline))
            .sorted(Comparator.comparing(Planned::at).thenComparing(Planned::step));
    var all = new ArrayList<>(inTime.toList());
    all.add(new Planned(Step.TIME_OUT, deadline));
    return new MassSendPlan(deadline, List.copyOf(all));
  }

  static Instant deadline(Instant firstCreated, MassSendSettings settings) {
    return firstCreated.plus(settings.timeOut());
  }

  /** The next moment something is to be done; the deadline when all is done. */
  Instant nextAfter(Instant doneUntil) {
    return steps.stream()
        .map(Planned::at)
        .filter(at -> at.isAfter(doneUntil))
        .findFirst()
        .orElse(deadline);
  }

  /** What is due; after a long pause only the furthest step, so that nobody gets a burst. */
  Optional<Planned> due(Instant doneUntil, Instant now) {
    return steps.stream()
        .filter(planned -> planned.at().isAfter(doneUntil) && !planned.at().isAfter(now))
        .max(Comparator.comparing(Planned::step).thenComparing(Planned::at));
  }

  private static Planned atWork(Planned planned, MassSendSettings settings, ZoneId zone) {
    if (planned.step() == Step.LOOK_UP) {
      return planned;
    }
    var at = new QuietHours(settings.workUntil(), settings.workFrom()).after(planned.at(), zone);
    return new Planned(planned.step(), at);
  }
}
