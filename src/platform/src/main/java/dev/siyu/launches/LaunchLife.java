package dev.siyu.launches;

import dev.siyu.launches.Launches.Launch;
import dev.siyu.time.DueWork;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Carries launches on: takes effect when it is time, looks at canaries. */
@Component
class LaunchLife implements DueWork {

  private final LaunchTable table;
  private final LaunchEffect effect;
  private final LaunchGuard guard;
  private final LaunchSettings settings;
  private final Clock clock;
  private final ZoneId zone;

  LaunchLife(
      LaunchTable table,
      LaunchEffect effect,
      LaunchGuard guard,
      LaunchSettings settings,
      Clock clock,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.table = table;
    this.effect = effect;
    this.guard = guard;
    this.settings = settings;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public String name() {
    return "launches";
  }

  @Override
  public Optional<Instant> nextDue() {
    return table
        .in(LaunchState.APPROVED, LaunchState.PLACING, LaunchState.CANARY, LaunchState.WIDENING)
        .stream()
        .map(this::due)
        .min(Comparator.naturalOrder());
  }

  private Instant due(Launch launch) {
    return switch (launch.state()) {
      case APPROVED -> begin(launch);
      case CANARY -> {
        var looked = launch.lookedAt() == null ? launch.canarySince() : launch.lookedAt();
        yield looked == null ? Instant.EPOCH : looked.plus(settings.checkEvery());
      }
      case ASKED, PLACING, WIDENING, ALL, STOPPED, REFUSED, WITHDRAWN, EXPIRED -> Instant.EPOCH;
    };
  }

  /** The first moment from now on that is not on a quiet day. */
  private Instant begin(Launch launch) {
    var wish = launch.wish();
    var now = clock.instant();
    var at = wish.startsAt() == null || wish.startsAt().isBefore(now) ? now : wish.startsAt();
    var day = LocalDate.ofInstant(at, zone);
    var first = day;
    while (wish.quietDays().contains(first)) {
      first = first.plusDays(1);
    }
    return first.equals(day) ? at : first.atStartOfDay(zone).toInstant();
  }

  @Override
  public void runDue(Instant now) {
    table.in(LaunchState.APPROVED).stream()
        .filter(launch -> !begin(launch).isAfter(clock.instant()))
        .filter(launch -> !LaunchRoute.isQuiet(launch, clock.instant(), zone))
        .forEach(launch -> effect.begin(launch, now));
    table
        .in(LaunchState.PLACING, LaunchState.WIDENING)
        .forEach(launch -> effect.place(launch, now));
    table.in(LaunchState.CANARY).stream()
        .filter(launch -> !due(launch).isAfter(now))
        .forEach(launch -> guard.look(launch, now));
  }
}
