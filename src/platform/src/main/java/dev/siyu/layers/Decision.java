package dev.siyu.layers;

import dev.siyu.artifacts.Dmn;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** The table of layers in force. Safe for many threads. */
final class Decision {

  /** The id of the decision in the table. */
  static final String ID = "layer";

  /** What the table said, or why it said nothing. */
  sealed interface Verdict {}

  record Decided(Layer layer, String reason) implements Verdict {}

  record Undecided(String why) implements Verdict {}

  private final int version;
  private final Dmn table;

  private Decision(int version, Dmn table) {
    this.version = version;
    this.table = table;
  }

  static Decision read(int version, String xml) throws Dmn.Unreadable {
    return new Decision(version, Dmn.read(xml, ID));
  }

  int version() {
    return version;
  }

  Verdict on(LayerFacts facts) {
    return switch (table.on(variables(facts))) {
      case Dmn.Silent silent -> new Undecided(silent.why());
      case Dmn.Said said -> verdict(said.text("layer"), said.text("reason"));
    };
  }

  private static Verdict verdict(String layer, String reason) {
    for (var known : Layer.values()) {
      if (known.name().equals(layer) && !reason.isBlank()) {
        return new Decided(known, reason);
      }
    }
    return new Undecided(
        "layer: "
            + layer
            + ", reason: "
            + reason
            + " (expected: both, layer CORE, INFLUENCE or OUTER)");
  }

  /** The names a table may use; money in whole units with two decimals. */
  private static Map<String, Object> variables(LayerFacts facts) {
    var variables = new HashMap<String, Object>();
    variables.put("netYear", BigDecimal.valueOf(facts.netYearCents(), 2));
    variables.put("netEver", BigDecimal.valueOf(facts.netEverCents(), 2));
    variables.put("ordersYear", facts.ordersYear());
    variables.put("activeMonths", facts.activeMonths());
    variables.put("silentMonths", facts.silentMonths());
    return variables;
  }
}
