package dev.siyu.launches;

import dev.siyu.launches.Launches.Figures;
import dev.siyu.launches.Launches.Launch;
import dev.siyu.launches.Launches.Measure;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How canaries do; what was known at the end is kept and not reckoned again. */
@Component
class LaunchFigures {

  private static final String KEEP = "UPDATE launch SET figures = :figures::json WHERE id = :id";
  private static final String KEPT =
      "SELECT figures FROM launch WHERE id = :id AND figures IS NOT NULL";

  private final EntryLog entries;
  private final Comparison comparison;
  private final LaunchSettings settings;
  private final JdbcClient jdbc;
  private final JsonMapper json;

  LaunchFigures(EntryLog entries, LaunchSettings settings, JdbcClient jdbc, JsonMapper json) {
    this.entries = entries;
    this.comparison = new Comparison(settings);
    this.settings = settings;
    this.jdbc = jdbc;
    this.json = json;
  }

  Figures of(Launch launch, Instant now) {
    if (launch.state().isOpen()) {
      return reckoned(launch, now);
    }
    return jdbc.sql(KEPT)
        .param("id", launch.id())
        .query(String.class)
        .optional()
        .map(text -> json.readValue(text, Figures.class))
        .orElseGet(() -> reckoned(launch, Objects.requireNonNullElse(launch.endedAt(), now)));
  }

  /** In the transaction that ends the launch. */
  void keep(Launch launch, Instant now) {
    jdbc.sql(KEEP)
        .param("id", launch.id())
        .param("figures", json.writeValueAsString(reckoned(launch, now)))
        .update();
  }

  Optional<Measure> harm(Figures figures) {
    return comparison.harm(figures.measures());
  }

  private Figures reckoned(Launch launch, Instant now) {
    if (launch.canarySince() == null) {
      return new Figures(0, 0, 0, settings.minimumSample(), false, List.of());
    }
    var outcomes = entries.outcomes(launch, settings.window().toSeconds(), now);
    var measures = comparison.measures(outcomes);
    long compared = Comparison.compared(measures.getFirst());
    return new Figures(
        entries.entered(launch.id(), true),
        entries.entered(launch.id(), false),
        compared,
        settings.minimumSample(),
        compared >= settings.minimumSample() && comparison.harm(measures).isEmpty(),
        measures);
  }
}
