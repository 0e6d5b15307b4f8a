package dev.siyu.journeys;

import dev.siyu.engine.EngineOperations.Resource;
import dev.siyu.engine.EngineTraffic;
import dev.siyu.entries.WrittenHistory;
import dev.siyu.journeys.DeploymentTable.Row;
import dev.siyu.journeys.DeploymentTable.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.codec.digest.DigestUtils;
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
  private static final Duration LOOK = Duration.ofMillis(250);

  /** Looks at a history that was given something to write. */
  private static final int LOOKS = 12;

  /** A message has its answer by then, or none any more. */
  private static final Duration ON_THEIR_WAY = Duration.ofSeconds(30);

  private final Delivery delivery;
  private final EngineTraffic traffic;
  private final DeploymentTable table;
  private final DrawingCheck check;
  private final WrittenHistory history;
  private final BackOnTop backOnTop;

  CandidatePlacing(
      Delivery delivery,
      EngineTraffic traffic,
      DeploymentTable table,
      DrawingCheck check,
      WrittenHistory history,
      BackOnTop backOnTop) {
    this.delivery = delivery;
    this.traffic = traffic;
    this.table = table;
    this.check = check;
    this.history = history;
    this.backOnTop = backOnTop;
  }

  @Override
  public Optional<Live> live(String processId) {
    return table
        .latest(processId)
        .map(row -> new Live(row.version(), row.definitionKey(), row.checksum(), row.xml()));
  }

  @Override
  public String checksum(String text) {
    return DigestUtils.sha256Hex(text);
  }

  @Override
  public String fingerprint(String xml) {
    var text = new StringBuilder(xml);
    ShippedForms.all().stream()
        .filter(form -> xml.contains('"' + form.name().replace(".form", "") + '"'))
        .sorted(Comparator.comparing(Resource::name))
        .forEach(form -> text.append(new String(form.content(), StandardCharsets.UTF_8)));
    return DigestUtils.sha256Hex(text.toString());
  }

  @Override
  public void check(String xml) {
    check.insist(xml);
  }

  @Override
  public JourneyStudio.Deployment place(String xml, @Nullable String comment, String actor) {
    check(xml);
    var processId = Drawing.read(xml).processId();
    if (table.latest(processId).isEmpty()) {
      throw new IllegalStateException(processId + ": none is live to place a candidate under");
    }
    insistOnShipped(processId);
    insistOnHistory(processId);
    var hold = "candidate of " + processId;
    traffic.hold(hold);
    var placed = placeHeld(processId, xml, comment, actor, hold);
    log.info(
        "Journey {} version {} is placed beside the live one; its launch says who starts it",
        processId,
        placed.version());
    return new JourneyStudio.Deployment(processId, placed.version(), placed.definitionKey());
  }

  @Override
  public boolean bringBack(String processId) {
    if (table.latest(processId).isEmpty()) {
      return false;
    }
    insistOnShipped(processId);
    backOnTop.briefly(processId);
    return true;
  }

  /** At the start the live drawings are still brought in. */
  private void insistOnShipped(String processId) {
    if (traffic.isHeldBy(ShippingAtStart.DRAWINGS)) {
      throw new IllegalStateException(
          "SIYU-8087 the drawings of this start are not in yet, " + processId + " waits for them");
    }
  }

  /** Only the history shows that the live drawing is back everywhere: without it nothing begins. */
  private void insistOnHistory(String processId) {
    for (int look = 0; look < LOOKS; look++) {
      int partitions = delivery.partitions();
      if (partitions > 0 && history.isCurrent(partitions)) {
        return;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    throw new IllegalStateException(
        "SIYU-8084 the history is behind the engine, nothing is placed for " + processId);
  }

  private Row placeHeld(
      String processId, String xml, @Nullable String comment, String actor, String hold) {
    try {
      awaitEmpty(processId);
    } catch (RuntimeException e) {
      traffic.release(hold);
      throw e;
    }
    @Nullable Row placed = null;
    try {
      placed = delivery.deploy(processId, xml, Source.CONSOLE, actor);
      table.addCandidate(placed, comment);
      return placed;
    } finally {
      backOnTop.untilEverywhere(processId, placed, hold);
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
}
