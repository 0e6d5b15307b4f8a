package dev.siyu.launches;

import dev.siyu.launches.Launches.Launch;
import dev.siyu.time.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Carries launches on: takes effect when it is time, looks at canaries; each for itself. */
@Component
class LaunchLife implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(LaunchLife.class);
  private static final Duration REST = Duration.ofSeconds(10);
  private static final LaunchState[] MOVING = {
    LaunchState.APPROVED,
    LaunchState.PLACING,
    LaunchState.CANARY,
    LaunchState.WIDENING,
    LaunchState.STOPPING
  };

  private final LaunchTable table;
  private final LaunchEffect effect;
  private final LaunchGuard guard;
  private final LaunchStops stops;
  private final LaunchSettings settings;
  private final Clock clock;
  private final ZoneId zone;
  private final Map<Long, Instant> resting = new ConcurrentHashMap<>();

  LaunchLife(
      LaunchTable table,
      LaunchEffect effect,
      LaunchGuard guard,
      LaunchStops stops,
      LaunchSettings settings,
      Clock clock,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.table = table;
    this.effect = effect;
    this.guard = guard;
    this.stops = stops;
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
    return table.in(MOVING).stream().map(this::due).min(Comparator.naturalOrder());
  }

  private Instant due(Launch launch) {
    var due = planned(launch);
    var rested = resting.getOrDefault(launch.id(), Instant.MIN);
    return due.isAfter(rested) ? due : rested;
  }

  private Instant planned(Launch launch) {
    return switch (launch.state()) {
      case APPROVED -> begin(launch);
      case PLACING, WIDENING -> QuietDays.after(launch.wish().quietDays(), clock.instant(), zone);
      case STOPPING -> clock.instant();
      case CANARY -> {
        var looked = launch.lookedAt() == null ? launch.canarySince() : launch.lookedAt();
        yield looked == null ? Instant.EPOCH : looked.plus(settings.checkEvery());
      }
      case ASKED, ALL, STOPPED, REFUSED, WITHDRAWN, EXPIRED -> Instant.MAX;
    };
  }

  private Instant begin(Launch launch) {
    var wish = launch.wish();
    var now = clock.instant();
    var at = wish.startsAt() == null || wish.startsAt().isBefore(now) ? now : wish.startsAt();
    return QuietDays.after(wish.quietDays(), at, zone);
  }

  @Override
  public void runDue(Instant now) {
    for (var state : MOVING) {
      for (var launch : table.in(state)) {
        if (!due(launch).isAfter(clock.instant())) {
          step(launch, now);
        }
      }
    }
  }

  /** What is wrong with one launch holds up no other one, nor the guard of any. */
  private void step(Launch launch, Instant now) {
    try {
      switch (launch.state()) {
        case APPROVED -> effect.begin(whole(launch), now);
        case PLACING, WIDENING -> effect.place(whole(launch), now);
        case CANARY -> guard.look(launch, now);
        case STOPPING -> stops.takeBack(launch, now);
        case ASKED, ALL, STOPPED, REFUSED, WITHDRAWN, EXPIRED -> throw new AssertionError(launch);
      }
      resting.remove(launch.id());
    } catch (RuntimeException e) {
      resting.put(launch.id(), clock.instant().plus(REST));
      log.warn(
          "SIYU-8081 launch {} of {} is tried again in {}",
          launch.id(),
          launch.processId(),
          REST,
          e);
    }
  }

  private Launch whole(Launch launch) {
    return table.find(launch.id()).orElseThrow();
  }
}
