package dev.siyu.workers.orders;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How repurchase is nurtured ({@code siyu.repurchase.*}).
 *
 * @param shopCycle cycle of a typical customer until the orders tell it, 1 to 365 days
 * @param shortest a shorter learnt cycle counts as this, longer than {@code lead}
 * @param longest a longer learnt cycle counts as this, 1 to 365 days
 * @param lead how long before the cycle ends the offer is made, 0 to 30 days
 * @param rest least time between a cycle that stayed silent and the next offer, counted from the
 *     half hour it is, 1 to 90 days
 * @param silentCycles after so many silent cycles the customer is dormant, 1 to 6
 * @param offerFrom earliest time of day of an offer in the customer's zone
 * @param offerUntil latest time of day, after {@code offerFrom}
 */
@ConfigurationProperties("siyu.repurchase")
record RepurchaseSettings(
    @DefaultValue("P45D") Duration shopCycle,
    @DefaultValue("P10D") Duration shortest,
    @DefaultValue("P180D") Duration longest,
    @DefaultValue("P3D") Duration lead,
    @DefaultValue("P14D") Duration rest,
    @DefaultValue("2") int silentCycles,
    @DefaultValue("09:30") LocalTime offerFrom,
    @DefaultValue("20:00") LocalTime offerUntil) {

  private static final Duration YEAR = Duration.ofDays(365);

  RepurchaseSettings {
    between("lead", lead, Duration.ZERO, Duration.ofDays(30));
    between("shop-cycle", shopCycle, Duration.ofDays(1), YEAR);
    between("shortest", shortest, lead.plusDays(1), YEAR);
    between("longest", longest, shortest, YEAR);
    between("rest", rest, Duration.ofDays(1), Duration.ofDays(90));
    between("silent-cycles", silentCycles, 1, 6);
    between("offer-until", offerUntil, offerFrom, LocalTime.MAX);
  }

  private static <T extends Comparable<T>> void between(String name, T value, T low, T high) {
    if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
      throw new IllegalArgumentException(
          "siyu.repurchase." + name + ": " + value + " (expected: " + low + " to " + high + ")");
    }
  }
}
