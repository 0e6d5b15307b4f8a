package dev.siyu.rehearsals;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether rehearsals are played here; off: none can be asked for
 * @param queue at most so many wait, 1 to 50
 * @param keep so many ended ones keep their stories, the reports of older ones stay; 1 to 1,000
 * @param retention so long after its end a rehearsal keeps its stories and the files it was played
 *     from, 1 to 3,650 days; the report stays
 */
@ConfigurationProperties("siyu.rehearsals")
record RehearsalSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("10") int queue,
    @DefaultValue("40") int keep,
    @DefaultValue("P90D") Duration retention) {

  RehearsalSettings {
    Bounds.between("siyu.rehearsals.queue", queue, 1, 50);
    Bounds.between("siyu.rehearsals.keep", keep, 1, 1_000);
    Bounds.between(
        "siyu.rehearsals.retention", retention, Duration.ofDays(1), Duration.ofDays(3_650));
  }
}
