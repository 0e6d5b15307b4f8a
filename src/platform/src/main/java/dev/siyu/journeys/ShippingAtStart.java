package dev.siyu.journeys;

import dev.siyu.engine.EngineRefused;
import dev.siyu.engine.EngineTraffic;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Deploys the shipped drawings and holds all traffic with the engine until that is done: a start
 * message that finds no journey is lost. The app itself starts meanwhile and takes callbacks.
 */
@Component
@ConditionalOnBooleanProperty(name = "siyu.journeys.ship-at-start", matchIfMissing = true)
final class ShippingAtStart implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ShippingAtStart.class);
  static final String DRAWINGS = "drawings";
  private static final String BUSY = "SIYU-4001";
  private static final int BEFORE_OUTBOX = 900;
  private static final long RETRY_SECONDS = 1;

  /** A moment is the rule; without an exporter nobody ever sees it. */
  private static final Duration SPREAD = Duration.ofSeconds(15);

  private static final Duration LOOK = Duration.ofMillis(250);

  private final ShippedForms forms;
  private final ShippedDrawings shipped;
  private final JourneyDeployments deployments;
  private final Delivery delivery;
  private final EngineTraffic traffic;
  private final ScheduledExecutorService attempts =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("journeys-ship").unstarted(task));
  private final Duration patience;

  /** What this start brought in and not every partition is known to have. */
  private final LinkedHashSet<Long> fresh = new LinkedHashSet<>();

  private volatile boolean running;

  @Autowired
  ShippingAtStart(
      ShippedForms forms,
      ShippedDrawings shipped,
      JourneyDeployments deployments,
      Delivery delivery,
      EngineTraffic traffic) {
    this(forms, shipped, deployments, delivery, traffic, SPREAD);
  }

  ShippingAtStart(
      ShippedForms forms,
      ShippedDrawings shipped,
      JourneyDeployments deployments,
      Delivery delivery,
      EngineTraffic traffic,
      Duration patience) {
    this.forms = forms;
    this.shipped = shipped;
    this.deployments = deployments;
    this.delivery = delivery;
    this.traffic = traffic;
    this.patience = patience;
    traffic.hold(DRAWINGS);
  }

  @Override
  public void start() {
    running = true;
    attempts.execute(this::attempt);
  }

  private void attempt() {
    try {
      forms.ship();
      shipped.all().forEach(drawn -> deployments.ship(drawn).ifPresent(fresh::add));
      openWhenSpread(System.nanoTime() + patience.toNanos());
    } catch (EngineRefused e) {
      if (e.code().equals(BUSY)) {
        log.debug("The engine does not answer yet; deploying again in {} s", RETRY_SECONDS);
      } else {
        log.error(
            "SIYU-4022 The engine refused a shipped drawing; nothing goes to the engine until it"
                + " takes it, next try in {} s",
            RETRY_SECONDS,
            e);
      }
      again();
    } catch (RuntimeException e) {
      log.error("SIYU-4022 Shipped drawings not deployed; next try in {} s", RETRY_SECONDS, e);
      again();
    }
  }

  /** A partition that lags starts what was on top before, e.g. a candidate after a crash. */
  private void openWhenSpread(long latestNanos) {
    if (!isSpread() && System.nanoTime() - latestNanos < 0) {
      if (running) {
        attempts.schedule(
            () -> openWhenSpread(latestNanos), LOOK.toMillis(), TimeUnit.MILLISECONDS);
      }
      return;
    }
    if (!fresh.isEmpty()) {
      log.warn(
          "SIYU-8085 {} new drawings are not known to be on every partition after {}; traffic opens"
              + " all the same, look at the lag of the history",
          fresh.size(),
          patience);
    }
    traffic.release(DRAWINGS);
  }

  private boolean isSpread() {
    try {
      while (!fresh.isEmpty()) {
        long next = fresh.getFirst();
        if (!delivery.isEverywhere(next)) {
          return false;
        }
        fresh.remove(next);
      }
      return true;
    } catch (RuntimeException e) {
      log.debug("Whether the drawings are everywhere could not be asked; asked again soon", e);
      return false;
    }
  }

  private void again() {
    if (running) {
      attempts.schedule(this::attempt, RETRY_SECONDS, TimeUnit.SECONDS);
    }
  }

  @Override
  public void stop() {
    running = false;
    attempts.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return BEFORE_OUTBOX;
  }
}
