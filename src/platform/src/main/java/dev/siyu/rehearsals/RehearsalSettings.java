package dev.siyu.rehearsals;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether rehearsals are played here; off: none can be asked for
 * @param queue at most so many wait, 1 to 50
 * @param keep so many ended ones keep their stories, the reports of older ones stay; 1 to 1,000
 */
@ConfigurationProperties("siyu.rehearsals")
record RehearsalSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("10") int queue,
    @DefaultValue("40") int keep) {

  RehearsalSettings {
    between("queue", queue, 1, 50);
    between("keep", keep, 1, 1_000);
  }

  private static void between(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "siyu.rehearsals." + name + ": " + value + " (expected: " + low + " to " + high + ")");
    }
  }
}
