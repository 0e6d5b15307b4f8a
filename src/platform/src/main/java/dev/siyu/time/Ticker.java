package dev.siyu.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
  private final Semaphore kicks = new Semaphore(0);
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

  /** Looks now instead of at the next tick. */
  void kick() {
    kicks.release();
  }

  /** While held no work is started (the clock is being moved). */
  void hold(boolean hold) {
    held = hold;
  }

  /** True when no work runs and none is due. */
  boolean isQuiet() {
    return running.isEmpty() && works.get().stream().noneMatch(this::due);
  }

  private void loop() {
    while (on) {
      try {
        if (kicks.tryAcquire(tick.toMillis(), TimeUnit.MILLISECONDS)) {
          kicks.drainPermits();
        }
        if (!held) {
          look();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        log.warn("SIYU-7002 looking for due work failed; looks again in {}", tick, e);
      }
    }
  }

  private void look() {
    for (DueWork work : works.get()) {
      if (on && !running.containsKey(work.name()) && due(work)) {
        Thread thread =
            Thread.ofVirtual()
                .name("due-" + work.name())
                .unstarted(() -> run(work, clock.instant()));
        running.put(work.name(), thread);
        thread.start();
      }
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

  /** Looks at the clock last: a work that answers "now" must not lie in the future of the asker. */
  private boolean due(DueWork work) {
    try {
      return work.nextDue().filter(at -> !at.isAfter(clock.instant())).isPresent();
    } catch (RuntimeException e) {
      log.warn(
          "SIYU-7003 {} could not say when it is due; asked again in a moment: {}",
          work.name(),
          e.toString());
      return false;
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
