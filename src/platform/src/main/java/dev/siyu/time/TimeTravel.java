package dev.siyu.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/**
 * Moves the one clock forward, in sample mode only: to the next due moment, wait until everything
 * is quiet, on to the next. Where it is going survives a restart.
 */
public class TimeTravel implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(TimeTravel.class);
  private static final Duration LONG_WAIT = Duration.ofSeconds(20);

  /**
   * What the clock does.
   *
   * @param target where it goes, null when it runs at its normal pace
   * @param speed virtual seconds per real second, null = as fast as possible
   * @param waitingFor the part that is not quiet yet, null when none
   */
  public record Progress(
      Instant now,
      Duration offset,
      boolean moving,
      @Nullable Instant target,
      @Nullable Integer speed,
      @Nullable String waitingFor) {}

  /** Where to and how fast. */
  private record Journey(Instant target, @Nullable Integer speed) {}

  private final SiyuClock clock;
  private final ClockStore store;
  private final Ticker ticker;
  private final Quietness quietness;
  private final Supplier<List<ClockFollower>> followers;
  private final TimeSettings settings;
  private final TravelLog travelLog = new TravelLog();
  private volatile @Nullable Journey journey;
  private volatile @Nullable String waitingFor;
  private volatile boolean on;
  private @Nullable Thread thread;

  TimeTravel(
      SiyuClock clock,
      ClockStore store,
      Ticker ticker,
      Quietness quietness,
      Supplier<List<ClockFollower>> followers,
      TimeSettings settings) {
    this.clock = clock;
    this.store = store;
    this.ticker = ticker;
    this.quietness = quietness;
    this.followers = followers;
    this.settings = settings;
  }

  /** As fast as possible; returns at once. A later target replaces the one under way. */
  public void advanceTo(Instant target) {
    go(new Journey(target, null));
  }

  /**
   * Runs the clock faster; returns at once.
   *
   * @param speed virtual seconds per real second, 2 to 100,000
   */
  public void advanceTo(Instant target, int speed) {
    if (speed < 2 || speed > 100_000) {
      throw new IllegalArgumentException("speed: " + speed + " (expected: 2 to 100000, or max)");
    }
    go(new Journey(target, speed));
  }

  /** Lets the clock run at its normal pace from where it is. */
  public void stop(String why) {
    journey = null;
    store.saveTarget(null, null, clock.instant());
    log.info("Clock stays at {} ({}); it runs at its normal pace from here", clock.instant(), why);
  }

  public Progress progress() {
    Journey to = journey;
    return new Progress(
        clock.instant(),
        clock.offset(),
        to != null,
        to == null ? null : to.target(),
        to == null ? null : to.speed(),
        to == null ? null : waitingFor);
  }

  private synchronized void go(Journey next) {
    if (settings.mode() == TimeSettings.Mode.LIVE) {
      throw new IllegalStateException("SIYU-7004 the clock cannot be moved in live mode");
    }
    if (!next.target().isAfter(clock.instant())) {
      throw new IllegalArgumentException(
          "SIYU-7005 target: " + next.target() + " (expected: after " + clock.instant() + ")");
    }
    store.saveTarget(next.target(), next.speed(), clock.instant());
    journey = next;
    log.info("Clock moves from {} to {}", clock.instant(), next.target());
    wake();
  }

  @EventListener(ApplicationReadyEvent.class)
  void resume() {
    ClockStore.Row row = store.open(settings.mode().name(), clock.instant());
    if (row.target() != null && journey == null && settings.mode() == TimeSettings.Mode.SAMPLE) {
      journey = new Journey(row.target(), row.speed());
      log.info("Clock was on its way to {} before the restart; it goes on", row.target());
    }
    on = true;
    thread = Thread.ofPlatform().name("time-travel").daemon(true).start(this::loop);
  }

  private void wake() {
    Thread t = thread;
    if (t != null) {
      LockSupport.unpark(t);
    }
  }

  private void loop() {
    while (on) {
      Journey to = journey;
      try {
        if (to == null) {
          LockSupport.parkNanos(settings.clock().tick().toNanos());
          travelLog.begin();
        } else if (!clock.instant().isBefore(to.target()) && awaitQuiet(to).isPresent()) {
          arrive(to);
        } else if (to.speed() == null) {
          awaitQuiet(to)
              .flatMap(view -> nextStop(view.next(), to.target()))
              .ifPresent(stop -> leap(stop, to.target()));
        } else {
          pace(to, to.speed());
        }
      } catch (RuntimeException e) {
        log.warn("SIYU-7006 moving the clock failed; tried again at once from where it is", e);
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      }
    }
  }

  private synchronized void arrive(Journey to) {
    if (journey == to) {
      journey = null;
      store.saveTarget(null, null, clock.instant());
      log.info("Clock arrived at {}; it runs at its normal pace from here", to.target());
    }
  }

  private void pace(Journey to, int speed) {
    Duration tick = settings.clock().tick();
    LockSupport.parkNanos(tick.toNanos());
    Instant next = clock.instant().plus(tick.multipliedBy(speed - 1L));
    moveTo(next.isAfter(to.target()) ? to.target() : next);
  }

  /**
   * The earliest due moment, rounded up to the grain, never beyond the target. Empty when something
   * fell due since all was quiet: the clock runs meanwhile, and leaping now would make that late.
   */
  private Optional<Instant> nextStop(@Nullable Instant planned, Instant target) {
    Instant due = planned == null ? target : planned;
    if (!due.isAfter(clock.instant())) {
      return Optional.empty();
    }
    Instant stop = roundUp(due, settings.clock().grain());
    return Optional.of(stop.isBefore(target) ? stop : target);
  }

  private void leap(Instant stop, Instant target) {
    moveTo(stop);
    travelLog.stepped(clock.instant(), target);
  }

  static Instant roundUp(Instant at, Duration grain) {
    long millis = grain.toMillis();
    return Instant.ofEpochMilli(-Math.floorDiv(-at.toEpochMilli(), millis) * millis);
  }

  /**
   * The app first, then the followers in order: while they differ, the app is ahead, so a timer or
   * a callback never meets a clock that is behind it. The database first of all: after a crash in
   * between everybody is set to what it says.
   */
  private void moveTo(Instant moment) {
    Duration offset = clock.offset().plus(Duration.between(clock.instant(), moment));
    if (offset.compareTo(clock.offset()) > 0) {
      ticker.hold(true);
      try {
        store.saveOffset(offset, moment);
        clock.setOffset(offset);
        followers.get().forEach(this::lead);
      } finally {
        ticker.hold(false);
      }
    }
    ticker.startSaid();
  }

  private void lead(ClockFollower follower) {
    for (Duration waited = Duration.ZERO; on; waited = waited.plusMillis(100)) {
      try {
        follower.follow(clock.offset());
        return;
      } catch (RuntimeException e) {
        waitingFor = follower.name();
        if (waited.toMillis() % 5000 == 0) {
          log.warn(
              "SIYU-7007 {} does not follow the clock ({}); asked again until it does",
              follower.name(),
              e.toString());
        }
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    }
  }

  private Optional<Quietness.View> awaitQuiet(Journey to) {
    long patience = System.nanoTime() + LONG_WAIT.toNanos();
    while (on && journey == to) {
      Quietness.View view = quietness.look();
      waitingFor = view.busy();
      travelLog.looked(waitingFor == null ? "looking" : waitingFor);
      if (waitingFor == null) {
        return Optional.of(view);
      }
      if (System.nanoTime() > patience) {
        log.warn(
            "SIYU-7008 clock waits at {} because {} is busy; it goes on when that is done",
            clock.instant(),
            waitingFor);
        patience = System.nanoTime() + LONG_WAIT.toNanos();
      }
      Duration pause = settings.clock().quietPoll();
      LockSupport.parkNanos(view.far() ? pause.toNanos() : pause.toNanos() / 5);
    }
    return Optional.empty();
  }

  @Override
  public void start() {}

  @Override
  public void stop() {
    on = false;
    wake();
  }

  @Override
  public boolean isRunning() {
    return on;
  }
}
