package dev.siyu.layers;

import dev.siyu.layers.Decision.Decided;
import dev.siyu.layers.Decision.Undecided;
import dev.siyu.layers.LayerTable.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Decides the layer of customers whose facts changed. */
@Component
class Assessments {

  private static final Logger log = LoggerFactory.getLogger(Assessments.class);

  private final FactsTable facts;
  private final LayerTable table;
  private final RulesInForce rules;
  private final CoreBook core;
  private final LayerSettings settings;

  Assessments(
      FactsTable facts,
      LayerTable table,
      RulesInForce rules,
      CoreBook core,
      LayerSettings settings) {
    this.facts = facts;
    this.table = table;
    this.rules = rules;
    this.core = core;
    this.settings = settings;
  }

  /** The customers are held by the caller. */
  void assess(Collection<String> ids, Cause cause, Instant now) {
    var decision = rules.decision();
    var today = now.atZone(settings.zone()).toLocalDate();
    var before = table.layers(ids);
    for (var bought : facts.of(ids, today, settings.zone())) {
      var from = before.getOrDefault(bought.customerId(), Layer.OUTER);
      var standing = standing(bought, decision, from, today, cause);
      table.save(standing, now);
      if (standing.layer() != from) {
        table.moved(standing, from, cause, now);
        core.moved(standing, from, cause, now);
      }
    }
  }

  private Standing standing(
      Bought bought, Decision decision, Layer from, LocalDate today, Cause cause) {
    var now = bought.facts(today);
    var verdict =
        switch (decision.on(now)) {
          case Decided decided -> decided;
          case Undecided none -> undecided(bought, from, none);
        };
    // After a merge the person may only now be a contact who can be tagged.
    boolean isTagDue = verdict.layer() != from || cause == Cause.MERGE;
    return new Standing(
        bought.customerId(),
        verdict.layer(),
        verdict.reason(),
        now,
        today,
        decision.version(),
        bought.nextChange(today).map(day -> midnight(day, settings.zone())).orElse(null),
        isTagDue ? midnight(today.plusDays(1), settings.zone()) : null);
  }

  private static Decided undecided(Bought bought, Layer from, Undecided none) {
    log.warn(
        "SIYU-4101 The layer table has no answer for {}: {}; the customer stays {}",
        bought,
        none.why(),
        from);
    return new Decided(from, "规则没有给出答案");
  }

  static Instant midnight(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
