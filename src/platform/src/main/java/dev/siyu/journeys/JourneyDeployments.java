package dev.siyu.journeys;

import dev.siyu.journeys.DeploymentTable.Row;
import dev.siyu.journeys.DeploymentTable.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings drawings into the engine, only checked ones, and remembers who did it. */
@Component
final class JourneyDeployments implements JourneyStudio {

  private static final Logger log = LoggerFactory.getLogger(JourneyDeployments.class);

  private static final String DAYS = "=date and time(at) + duration(\"P3D\")";
  private static final String WORK_TIME = "=date and time(workTime)";
  private static final String ALLOWED = "=date and time(notBefore)";

  private final Delivery delivery;
  private final DeploymentTable table;
  private final DrawingCheck check;
  private final WorkerCatalogue workers;
  private final LiveFacts facts;
  private final ShippedDrawings shipped;

  JourneyDeployments(
      Delivery delivery,
      DeploymentTable table,
      DrawingCheck check,
      WorkerCatalogue workers,
      LiveFacts facts,
      ShippedDrawings shipped) {
    this.delivery = delivery;
    this.table = table;
    this.check = check;
    this.workers = workers;
    this.facts = facts;
    this.shipped = shipped;
  }

  @Override
  public List<Map<String, Object>> templates() {
    var templates = new ArrayList<Map<String, Object>>();
    workers.all().forEach(worker -> templates.add(ElementTemplates.step(worker, facts)));
    KnownMessage.ALL.forEach(message -> templates.add(ElementTemplates.wait(message)));
    templates.add(ElementTemplates.people());
    templates.add(ElementTemplates.until("work-time", "到工作时刻 Working time", WORK_TIME));
    templates.add(ElementTemplates.until("days", "等待几天 Wait days", DAYS));
    templates.add(ElementTemplates.until("allowed", "等到可发送时间 Until allowed", ALLOWED));
    return templates;
  }

  @Override
  public Optional<String> drawing(String processId) {
    return table.latest(processId).map(Row::xml);
  }

  @Override
  public List<Version> versions(String processId) {
    return table.versions(processId);
  }

  @Override
  public Optional<String> drawing(String processId, int version) {
    return table.drawing(processId, version);
  }

  @Override
  public Optional<Shipped> shipped(String processId) {
    return shipped.find(processId).map(drawn -> compared(processId, drawn.xml()));
  }

  private Shipped compared(String processId, String xml) {
    var checksum = DigestUtils.sha256Hex(xml);
    var runs = table.latest(processId).filter(row -> row.checksum().equals(checksum)).isPresent();
    return new Shipped(xml, runs, table.shippedBefore(processId, checksum));
  }

  @Override
  public List<Rule> rules() {
    return Arrays.stream(LintRule.values()).map(LintRule::told).toList();
  }

  @Override
  public List<String> changed() {
    return table.changed();
  }

  @Override
  public List<Finding> check(String xml) {
    return check.check(xml);
  }

  @Override
  public Deployment deploy(String xml, @Nullable String comment, String actor) {
    check.insist(xml);
    var processId = Drawing.read(xml).processId();
    var row = taken(processId, xml, Source.CONSOLE, comment, actor).row();
    return new Deployment(processId, row.version(), row.definitionKey());
  }

  /**
   * Brings a shipped drawing in when it is new. What a person deployed stays: then the shipped
   * drawing waits until somebody deploys it from the console. Safe to repeat; also puts the drawing
   * that should run back into an engine that lost its data.
   *
   * @return key of the definition when the engine had another one on top before
   */
  Optional<Long> ship(ShippedDrawings.Drawn drawn) {
    var latest = table.latest(drawn.processId());
    var checksum = DigestUtils.sha256Hex(drawn.xml());
    if (latest.isEmpty()
        || (latest.get().source() == Source.SHIPPED && !latest.get().checksum().equals(checksum))) {
      return taken(drawn.processId(), drawn.xml(), Source.SHIPPED, null, "siyu").fresh();
    }
    var runs = latest.get();
    if (runs.source() == Source.CONSOLE && !table.shippedBefore(drawn.processId(), checksum)) {
      log.warn(
          "Journey {} keeps running as {} deployed it; the changed drawing of this release is not"
              + " used until somebody deploys it from the console",
          drawn.processId(),
          runs.actor());
    }
    return taken(drawn.processId(), runs.xml(), runs.source(), null, runs.actor()).fresh();
  }

  private record Taken(Row row, boolean known) {
    Optional<Long> fresh() {
      return known ? Optional.empty() : Optional.of(row.definitionKey());
    }
  }

  private Taken taken(
      String processId, String xml, Source source, @Nullable String comment, String actor) {
    var row = delivery.deploy(processId, xml, source, actor);
    var known = table.latest(processId).filter(row::equals).isPresent();
    if (!known) {
      table.add(row, comment);
      log.info(
          "Journey {} version {} deployed by {}; customers who start from now on take it",
          processId,
          row.version(),
          actor);
    }
    return new Taken(row, known);
  }
}
