package dev.siyu.workers;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the business decides for all journeys ({@code siyu.journeys.*}).
 *
 * @param afterSale how long after payment a first order may come back, 1 day to 90 days
 * @param askLimit how often one step may ask for a touch that was refused for now, 1 to 50
 */
@ConfigurationProperties("siyu.journeys")
public record JourneySettings(
    @DefaultValue("P15D") Duration afterSale, @DefaultValue("6") int askLimit) {

  public JourneySettings {
    if (afterSale.compareTo(Duration.ofDays(1)) < 0
        || afterSale.compareTo(Duration.ofDays(90)) > 0) {
      throw new IllegalArgumentException(
          "siyu.journeys.after-sale: " + afterSale + " (expected: P1D to P90D)");
    }
    if (askLimit < 1 || askLimit > 50) {
      throw new IllegalArgumentException(
          "siyu.journeys.ask-limit: " + askLimit + " (expected: 1 to 50)");
    }
  }
}
