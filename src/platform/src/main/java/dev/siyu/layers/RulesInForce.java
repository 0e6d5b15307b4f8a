package dev.siyu.layers;

import dev.siyu.artifacts.Dmn;
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
 * The decision table that decides now. The one that comes with the release is used until a person
 * changes it; from then on theirs stays.
 */
@Component
class RulesInForce implements LayerDesk {

  private static final Logger log = LoggerFactory.getLogger(RulesInForce.class);
  private static final String SHIPPED = "processes/core-layer-promotion/layer.dmn";
  private static final int SHOWN = 100;

  private final RulesTable table;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private volatile @Nullable Decision decision;

  RulesInForce(RulesTable table, TransactionTemplate transactions, Clock clock) {
    this.table = table;
    this.transactions = transactions;
    this.clock = clock;
    ship(shipped());
  }

  /** Reads the table anew when another version came into force, on this or another instance. */
  Decision decision() {
    var known = decision;
    if (known != null && known.version() == table.newest()) {
      return known;
    }
    var rules = rules();
    try {
      var read = Decision.read(rules.version(), rules.xml());
      decision = read;
      return read;
    } catch (Dmn.Unreadable e) {
      throw new IllegalStateException("SIYU-4100 layer table " + rules.version(), e);
    }
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
    return LayerRules.objection(xml);
  }

  @Override
  public Rules change(String xml, @Nullable String comment, String actor) {
    var objection = LayerRules.objection(xml);
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
          "Layers are decided by version {} of {}; the table of this release is not used",
          latest.get().version(),
          latest.get().actor());
      return;
    }
    install(xml, "SHIPPED", null, "siyu");
  }

  private Rules install(String xml, String source, @Nullable String comment, String actor) {
    var rules =
        transactions.execute(status -> table.add(xml, source, actor, comment, clock.instant()));
    log.info(
        "Layer rules version {} by {} decide from now on; all customers are looked at again",
        rules.version(),
        actor);
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
