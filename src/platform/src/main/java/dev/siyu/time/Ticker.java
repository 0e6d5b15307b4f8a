package dev.siyu.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/**
 * Runs the due work: one thread looks, each work runs on a virtual thread of its own, never twice
 * at a time. Begins when the app is ready, ends before the pool closes.
 */
class Ticker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Ticker.class);

  private final Supplier<List<DueWork>> works;
  private final Clock clock;
  private final Duration tick;
  private final Map<String, Thread> running = new ConcurrentHashMap<>();
  private final AtomicLong begun = new AtomicLong();
  private final Set<String> speechless = ConcurrentHashMap.newKeySet();
  private volatile Map<DueWork, Instant> said = Map.of();
  private volatile boolean on;
  private volatile boolean held;

  Ticker(Supplier<List<DueWork>> works, Clock clock, Duration tick) {
    this.works = works;
    this.clock = clock;
    this.tick = tick;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    on = true;
    Thread.ofPlatform().name("clock-ticker").daemon(true).start(this::loop);
  }

  /** While held no work is started (the clock is being moved). */
  void hold(boolean hold) {
    held = hold;
  }

  /** One of those that run, null when none does; some may be due all the same. */
  @Nullable String runs() {
    return running.keySet().stream().findFirst().orElse(null);
  }

  boolean isDue(Instant at) {
    return !at.isAfter(clock.instant());
  }

  /** How many works have been started so far. */
  long begun() {
    return begun.get();
  }

  /**
   * Starts what is due and answers the earliest moment at which something is: at or before now when
   * it was started, runs already, or could not say.
   */
  Optional<Instant> startDue() {
    Map<DueWork, Instant> answers = new LinkedHashMap<>();
    for (DueWork work : works.get()) {
      Instant at = due(work);
      if (at != null) {
        answers.put(work, at);
        startIfDue(work, at);
      }
    }
    said = answers;
    return answers.values().stream().min(Comparator.naturalOrder());
  }

  /** The clock has been moved: starts what is due now by the latest answers, without asking. */
  void startSaid() {
    said.forEach(this::startIfDue);
  }

  private void startIfDue(DueWork work, Instant at) {
    if (on && at.isAfter(Instant.MIN) && !at.isAfter(clock.instant())) {
      start(work);
    }
  }

  private void loop() {
    while (on) {
      try {
        LockSupport.parkNanos(tick.toNanos());
        if (!held) {
          startDue();
        }
      } catch (RuntimeException e) {
        log.warn("SIYU-7002 looking for due work failed; looks again in {}", tick, e);
      }
    }
  }

  private void start(DueWork work) {
    Thread thread =
        Thread.ofVirtual().name("due-" + work.name()).unstarted(() -> run(work, clock.instant()));
    if (running.putIfAbsent(work.name(), thread) == null) {
      begun.incrementAndGet();
      thread.start();
    }
  }

  private void run(DueWork work, Instant now) {
    try {
      work.runDue(now);
    } catch (RuntimeException e) {
      log.warn("SIYU-7003 {} failed; tried again in {}: {}", work.name(), tick, e.toString());
      log.debug("{} failed here", work.name(), e);
    } finally {
      running.remove(work.name());
    }
  }

  /** {@link Instant#MIN} when it could not say: nobody may move the clock past it. */
  private @Nullable Instant due(DueWork work) {
    try {
      Instant at = work.nextDue().orElse(null);
      speechless.remove(work.name());
      return at;
    } catch (RuntimeException e) {
      if (speechless.add(work.name())) {
        log.warn(
            "SIYU-7003 {} could not say when it is due; asked until it can: {}",
            work.name(),
            e.toString());
      }
      return Instant.MIN;
    }
  }

  @Override
  public void start() {}

  @Override
  public void stop() {
    on = false;
    for (Thread thread : List.copyOf(running.values())) {
      try {
        thread.join(Duration.ofSeconds(3));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public boolean isRunning() {
    return on;
  }
}
