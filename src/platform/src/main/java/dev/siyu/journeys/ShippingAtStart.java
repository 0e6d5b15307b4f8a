package dev.siyu.journeys;

import dev.siyu.engine.EngineRefused;
import dev.siyu.engine.EngineTraffic;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
  private static final String DRAWINGS = "drawings";
  private static final String BUSY = "SIYU-4001";
  private static final int BEFORE_OUTBOX = 900;
  private static final long RETRY_SECONDS = 1;

  private final ShippedForms forms;
  private final ShippedDrawings shipped;
  private final JourneyDeployments deployments;
  private final EngineTraffic traffic;
  private final ScheduledExecutorService attempts =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("journeys-ship").unstarted(task));
  private volatile boolean running;

  ShippingAtStart(
      ShippedForms forms,
      ShippedDrawings shipped,
      JourneyDeployments deployments,
      EngineTraffic traffic) {
    this.forms = forms;
    this.shipped = shipped;
    this.deployments = deployments;
    this.traffic = traffic;
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
      shipped.all().forEach(deployments::ship);
      traffic.release(DRAWINGS);
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
