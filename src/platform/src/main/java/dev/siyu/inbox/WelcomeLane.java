package dev.siyu.inbox;

import dev.siyu.batching.Bell;
import dev.siyu.batching.GroupCommit;
import dev.siyu.engine.EngineTraffic;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Greets new contacts directly after their add is stored, beside all other events: a welcome code
 * lives 20 s. Only when the outcome is written may the dispatcher start the journey.
 */
final class WelcomeLane implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WelcomeLane.class);

  private static final String HOLD = "welcomes";

  private record Greeted(long id, String outcome) {}

  private final Greeting greeting;
  private final InboxTable table;
  private final InboxSettings settings;
  private final Clock clock;
  private final Bell bell;
  private final EngineTraffic traffic;
  private final Set<Long> underway = ConcurrentHashMap.newKeySet();
  private final GroupCommit<Greeted, Boolean> commits;

  WelcomeLane(
      Greeting greeting,
      InboxTable table,
      InboxSettings settings,
      Clock clock,
      Bell bell,
      EngineTraffic traffic) {
    this.traffic = traffic;
    this.greeting = greeting;
    this.table = table;
    this.settings = settings;
    this.clock = clock;
    this.bell = bell;
    this.commits = new GroupCommit<>("welcome", settings.batch(), 20_000, this::commit);
  }

  static boolean isFor(InboundEvent event) {
    return event.source() == InboundEvent.Source.WECOM
        && (event.type().endsWith("add_external_contact")
            || event.type().endsWith("add_half_external_contact"));
  }

  /** Starts the greeting unless it is under way; never blocks. */
  void welcome(StoredEvent event) {
    if (underway.add(event.id())) {
      yieldToWelcomes();
      Thread.ofVirtual().name("welcome-" + event.id()).start(() -> run(event));
    }
  }

  /** Adds whose greeting was cut off (a crash, a database away), ours or another instance's. */
  void resume() {
    table.withoutWelcome(clock.instant().minus(settings.poll())).forEach(this::welcome);
  }

  boolean isEmpty() {
    return underway.isEmpty();
  }

  /** Many welcomes wait: everything that can wait longer than 20 s has to. */
  boolean isPressed() {
    return underway.size() >= settings.welcomes() / 2;
  }

  private synchronized void yieldToWelcomes() {
    if (isPressed()) {
      traffic.hold(HOLD);
    } else if (underway.size() <= settings.welcomes() / 8) {
      traffic.release(HOLD);
    }
  }

  private void run(StoredEvent event) {
    try {
      var outcome = greeting.greet(event);
      Metrics.timer("siyu.welcome", "outcome", outcome)
          .record(Duration.between(event.receivedAt(), clock.instant()));
      commits.submit(new Greeted(event.id(), outcome)).join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      brokenOff(event, e);
    } finally {
      underway.remove(event.id());
      yieldToWelcomes();
      bell.ring();
    }
  }

  /** After three windows nobody waits for a greeting any more, but the journey has to start. */
  private void brokenOff(StoredEvent event, RuntimeException e) {
    if (clock
        .instant()
        .isAfter(event.receivedAt().plus(settings.welcomeWindow().multipliedBy(3)))) {
      LOG.error("The welcome of event {} broke off; its journey goes on without.", event.id(), e);
      commits.submit(new Greeted(event.id(), "UNKNOWN"));
    } else {
      LOG.warn("The welcome of event {} broke off; trying again in a moment.", event.id(), e);
    }
  }

  private List<Boolean> commit(List<Greeted> batch) {
    table.welcomed(
        batch.stream().map(Greeted::id).toList(), batch.stream().map(Greeted::outcome).toList());
    return Collections.nCopies(batch.size(), true);
  }

  @Override
  public void close() {
    commits.close();
  }
}
