package dev.siyu.journeys;

import dev.siyu.engine.EngineOperations.Resource;
import dev.siyu.engine.EngineTraffic;
import dev.siyu.history.DefinitionSpread;
import dev.siyu.journeys.DeploymentTable.Row;
import dev.siyu.journeys.DeploymentTable.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts a candidate under the live drawing. A crash between the two leaves the candidate on top;
 * then shipping at the start, which holds all traffic, brings the live one back.
 */
@Component
final class CandidatePlacing implements Candidates {

  private static final Logger log = LoggerFactory.getLogger(CandidatePlacing.class);
  private static final Duration AGAIN = Duration.ofMillis(500);

  /** Rounds between two warnings. */
  private static final int TOLD_EVERY = 20;

  /** A message has its answer by then, or none any more. */
  private static final Duration ON_THEIR_WAY = Duration.ofSeconds(30);

  private final Delivery delivery;
  private final EngineTraffic traffic;
  private final DeploymentTable table;
  private final DrawingCheck check;
  private final DefinitionSpread spread;

  CandidatePlacing(
      Delivery delivery,
      EngineTraffic traffic,
      DeploymentTable table,
      DrawingCheck check,
      DefinitionSpread spread) {
    this.delivery = delivery;
    this.traffic = traffic;
    this.table = table;
    this.check = check;
    this.spread = spread;
  }

  @Override
  public Optional<Live> live(String processId) {
    return table
        .latest(processId)
        .map(row -> new Live(row.version(), row.definitionKey(), row.checksum(), row.xml()));
  }

  @Override
  public String checksum(String text) {
    return Checksum.of(text);
  }

  @Override
  public String fingerprint(String xml) {
    var text = new StringBuilder(xml);
    ShippedForms.all().stream()
        .filter(form -> xml.contains('"' + form.name().replace(".form", "") + '"'))
        .sorted(Comparator.comparing(Resource::name))
        .forEach(form -> text.append(new String(form.content(), StandardCharsets.UTF_8)));
    return Checksum.of(text.toString());
  }

  @Override
  public void check(String xml) {
    check.insist(xml);
  }

  @Override
  public JourneyStudio.Deployment place(String xml, @Nullable String comment, String actor) {
    check(xml);
    var processId = Drawing.read(xml).processId();
    var live = table.latest(processId).orElseThrow();
    var hold = "candidate of " + processId;
    traffic.hold(hold);
    var placed = placeHeld(xml, comment, actor, live, hold);
    log.info(
        "Journey {} version {} is placed beside the live one; its launch says who starts it",
        processId,
        placed.version());
    return new JourneyStudio.Deployment(processId, placed.version(), placed.definitionKey());
  }

  private Row placeHeld(String xml, @Nullable String comment, String actor, Row live, String hold) {
    try {
      awaitEmpty(live.processId());
    } catch (RuntimeException e) {
      traffic.release(hold);
      throw e;
    }
    try {
      var placed = Row.taken(delivery, live.processId(), xml, Source.CONSOLE, actor);
      table.addCandidate(placed, comment);
      return placed;
    } finally {
      bringBack(live, hold);
    }
  }

  /** A message that left before would start the candidate when it arrives after it. */
  private void awaitEmpty(String processId) {
    try {
      if (traffic.awaitEmpty(ON_THEIR_WAY)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException(
        "SIYU-8082 messages are still on their way, nothing is placed for " + processId);
  }

  /** Nothing may start before every partition starts the live drawing, so it does not give up. */
  private void bringBack(Row live, String hold) {
    @Nullable Row again = null;
    for (int round = 1; ; round++) {
      try {
        again = again == null ? backOnTop(live) : again;
        if (spread.isEverywhere(again.definitionKey())) {
          traffic.release(hold);
          return;
        }
        if (round % TOLD_EVERY == 0) {
          log.warn(
              "SIYU-8083 version {} of {} is not on every partition after {}; nothing starts"
                  + " before, look at the lag of the history",
              again.version(),
              live.processId(),
              AGAIN.multipliedBy(round));
        }
      } catch (RuntimeException e) {
        log.warn(
            "SIYU-8083 the live drawing of {} is brought back in {}; nothing starts before",
            live.processId(),
            AGAIN,
            e);
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException(
            "SIYU-8083 interrupted; the next start brings the live drawing back");
      }
      LockSupport.parkNanos(AGAIN.toNanos());
    }
  }

  private Row backOnTop(Row live) {
    var again = Row.taken(delivery, live.processId(), live.xml(), live.source(), live.actor());
    if (again.version() != live.version()) {
      table.add(again, null);
    }
    return again;
  }
}
