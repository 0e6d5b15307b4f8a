package dev.siyu.journeys;

import dev.siyu.engine.EngineRefused;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Deploys the shipped drawings before the first message goes to the engine: a start message that
 * finds no journey is lost. A restart does not wait for an engine that knows its journeys already.
 */
@Component
@ConditionalOnBooleanProperty(name = "siyu.journeys.ship-at-start", matchIfMissing = true)
final class ShippingAtStart implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ShippingAtStart.class);
  private static final int BEFORE_OUTBOX = 900;
  private static final long PATIENCE_SECONDS = 60;
  private static final long RETRY_SECONDS = 1;

  private final ShippedDrawings shipped;
  private final JourneyDeployments deployments;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private final ScheduledExecutorService retries =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("journeys-ship").unstarted(task));
  private volatile boolean running;

  ShippingAtStart(ShippedDrawings shipped, JourneyDeployments deployments) {
    this.shipped = shipped;
    this.deployments = deployments;
  }

  @Override
  public void start() {
    running = true;
    var allKnown =
        shipped.all().stream()
            .allMatch(drawn -> deployments.drawing(drawn.processId()).isPresent());
    attempt();
    if (!done.isDone() && !allKnown) {
      await();
    }
  }

  private void attempt() {
    try {
      shipped.all().forEach(deployments::ship);
      done.complete(null);
    } catch (EngineRefused e) {
      if (e.code().equals("SIYU-4001")) {
        log.info("The engine does not answer yet; deploying journeys again in {} s", RETRY_SECONDS);
        retries.schedule(this::attempt, RETRY_SECONDS, TimeUnit.SECONDS);
      } else {
        log.error("SIYU-4022 A shipped drawing was refused by the engine: {}", e.getMessage());
        done.completeExceptionally(e);
      }
    } catch (RuntimeException e) {
      log.error("SIYU-4022 Shipped drawings could not be deployed", e);
      done.completeExceptionally(e);
    }
  }

  private void await() {
    try {
      done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "SIYU-4021 engine: no answer for %d s (expected: reachable at the first start)"
              .formatted(PATIENCE_SECONDS),
          e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("SIYU-4022 shipped drawings could not be deployed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    running = false;
    retries.shutdownNow();
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
