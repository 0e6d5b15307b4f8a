package dev.siyu.journeys;

import dev.siyu.engine.EngineOperations;
import dev.siyu.engine.EngineRefused;
import dev.siyu.engine.EngineTraffic;
import dev.siyu.journeys.DeploymentTable.Row;
import dev.siyu.journeys.DeploymentTable.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
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
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final EngineOperations engine;
  private final EngineTraffic traffic;
  private final DeploymentTable table;
  private final DrawingCheck check;

  CandidatePlacing(
      EngineOperations engine, EngineTraffic traffic, DeploymentTable table, DrawingCheck check) {
    this.engine = engine;
    this.traffic = traffic;
    this.table = table;
    this.check = check;
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
        .sorted(Comparator.comparing(EngineOperations.Resource::name))
        .forEach(form -> text.append(new String(form.content(), StandardCharsets.UTF_8)));
    return Checksum.of(text.toString());
  }

  @Override
  public void check(String xml) {
    var findings = check.check(xml);
    if (findings.stream().anyMatch(found -> found.severity() == Finding.Severity.ERROR)) {
      throw new DrawingRefused(findings);
    }
  }

  @Override
  public JourneyStudio.Deployment place(String xml, @Nullable String comment, String actor) {
    check(xml);
    var processId = Drawing.read(xml).processId();
    var live = table.latest(processId).orElseThrow();
    var hold = "candidate of " + processId;
    traffic.hold(hold);
    EngineOperations.Deployed placed;
    try {
      placed = deploy(processId, xml);
    } catch (EngineRefused e) {
      bringBack(live, hold, e);
      throw e;
    }
    table.addCandidate(row(placed, xml, Source.CONSOLE, actor), comment);
    bringBack(live, hold, null);
    log.info(
        "Journey {} version {} is placed beside the live one; its launch says who starts it",
        processId,
        placed.version());
    return new JourneyStudio.Deployment(processId, placed.version(), placed.definitionKey());
  }

  /** Nothing may start before the live drawing is on top again, so it does not give up. */
  private void bringBack(Row live, String hold, @Nullable EngineRefused cause) {
    while (true) {
      try {
        var again = deploy(live.processId(), live.xml());
        if (again.version() != live.version()) {
          table.add(row(again, live.xml(), live.source(), live.actor()), null);
        }
        traffic.release(hold);
        return;
      } catch (EngineRefused e) {
        if (Thread.currentThread().isInterrupted()) {
          throw cause == null ? e : cause;
        }
        log.warn("The live drawing of {} is brought back in {}", live.processId(), AGAIN, e);
        LockSupport.parkNanos(AGAIN.toNanos());
      }
    }
  }

  private EngineOperations.Deployed deploy(String processId, String xml) {
    var bytes = xml.getBytes(StandardCharsets.UTF_8);
    return engine
        .deploy(List.of(new EngineOperations.Resource(processId + ".bpmn", bytes)))
        .getFirst();
  }

  private static Row row(EngineOperations.Deployed done, String xml, Source source, String actor) {
    return new Row(
        done.processId(),
        done.version(),
        done.definitionKey(),
        Checksum.of(xml),
        source,
        xml,
        actor);
  }
}
