package dev.siyu.moments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is done about members who do not publish, and when; pure functions. */
record MomentSteps(List<Planned> planned) {

  /** In order of severity. */
  enum Step {
    REMIND,
    TELL_LEAD,
    TIME_OUT
  }

  record Planned(Step step, Instant at) {}

  static MomentSteps of(Instant opened, MomentSettings settings) {
    var all = new ArrayList<Planned>();
    settings.reminders().forEach(after -> all.add(new Planned(Step.REMIND, opened.plus(after))));
    all.add(new Planned(Step.TELL_LEAD, opened.plus(settings.tellLead())));
    all.add(new Planned(Step.TIME_OUT, opened.plus(settings.timeOut())));
    return new MomentSteps(List.copyOf(all));
  }

  /** What is due; after a long pause only the furthest step, so that nobody gets a burst. */
  Optional<Planned> due(Instant doneUntil, Instant now) {
    return planned.stream()
        .filter(one -> one.at().isAfter(doneUntil) && !one.at().isAfter(now))
        .max(Comparator.comparing(Planned::step).thenComparing(Planned::at));
  }

  /** The next look: at the next step, or after the usual time. */
  Instant next(Instant now, MomentSettings settings) {
    var usual = now.plus(settings.lookUp());
    return planned.stream()
        .map(Planned::at)
        .filter(at -> at.isAfter(now) && at.isBefore(usual))
        .min(Comparator.naturalOrder())
        .orElse(usual);
  }
}
