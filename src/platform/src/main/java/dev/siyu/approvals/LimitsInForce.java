package dev.siyu.approvals;

import dev.siyu.artifacts.Dmn.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The table that says now who decides. The one that comes with the release is used until a person
 * changes it; from then on theirs stays.
 */
@Component
class LimitsInForce implements ApprovalLimits {

  private static final Logger log = LoggerFactory.getLogger(LimitsInForce.class);
  private static final String SHIPPED = "processes/approval/limits.dmn";
  private static final int SHOWN = 100;

  private final LimitsTable table;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private volatile @Nullable LimitsDecision decision;

  LimitsInForce(LimitsTable table, TransactionTemplate transactions, Clock clock) {
    this.table = table;
    this.transactions = transactions;
    this.clock = clock;
    ship(shipped());
  }

  /** What the table in force says. */
  Limit on(ApprovalRequest request) {
    try {
      return decision().on(request.kind(), request.amountCents(), request.audience());
    } catch (Unreadable e) {
      throw new IllegalStateException("SIYU-8001 limits " + table.newest(), e);
    }
  }

  int version() {
    return table.newest();
  }

  private LimitsDecision decision() throws Unreadable {
    var known = decision;
    if (known != null && known.version() == table.newest()) {
      return known;
    }
    var rules = rules();
    var read = LimitsDecision.read(rules.version(), rules.xml());
    decision = read;
    return read;
  }

  @Override
  public Rules rules() {
    return table.latest().orElseThrow();
  }

  @Override
  public List<Rules> versions() {
    return table.list(SHOWN);
  }

  @Override
  public @Nullable String objection(String xml) {
    return LimitRules.objection(xml);
  }

  @Override
  public Rules change(String xml, @Nullable String comment, String actor) {
    var objection = LimitRules.objection(xml);
    if (objection != null) {
      throw new RulesRefused(objection);
    }
    return install(xml, "CONSOLE", comment, actor);
  }

  private void ship(String xml) {
    var latest = table.latest();
    if (latest.isPresent() && latest.get().xml().equals(xml)) {
      return;
    }
    if (latest.isPresent() && latest.get().source().equals("CONSOLE")) {
      log.info(
          "Limits version {} of {} decide who decides; the table of this release is not used",
          latest.get().version(),
          latest.get().actor());
      return;
    }
    install(xml, "SHIPPED", null, "siyu");
  }

  private Rules install(String xml, String source, @Nullable String comment, String actor) {
    var rules =
        transactions.execute(status -> table.add(xml, source, actor, comment, clock.instant()));
    log.info("Limits version {} by {} hold for what is asked from now on", rules.version(), actor);
    return rules;
  }

  private static String shipped() {
    try {
      return new ClassPathResource(SHIPPED).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("not on the class path: " + SHIPPED, e);
    }
  }
}
