package dev.siyu.selections;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the selection ({@code siyu.selections.*}).
 *
 * @param windowDays orders of so many days are counted, a bit over a year so that a season meets
 *     itself, 30 to 1100
 * @param leastBuyers customers who must have bought something before shares are believed, 1 to
 *     1000000
 * @param leastStock stock a candidate needs, 1 to 10000000 units
 * @param messageWait how long a message waits for the journey, PT1M to P7D
 */
@ConfigurationProperties("siyu.selections")
record SelectionSettings(
    @DefaultValue("400") int windowDays,
    @DefaultValue("50") int leastBuyers,
    @DefaultValue("500") int leastStock,
    @DefaultValue("PT1H") Duration messageWait) {

  SelectionSettings {
    Bounds.between("siyu.selections.window-days", windowDays, 30, 1_100);
    Bounds.between("siyu.selections.least-buyers", leastBuyers, 1, 1_000_000);
    Bounds.between("siyu.selections.least-stock", leastStock, 1, 10_000_000);
    Bounds.between(
        "siyu.selections.message-wait", messageWait, Duration.ofMinutes(1), Duration.ofDays(7));
  }
}
