package dev.siyu.workers.orders;

import dev.siyu.settings.Bounds;
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
    Bounds.between("siyu.repurchase.lead", lead, Duration.ZERO, Duration.ofDays(30));
    Bounds.between("siyu.repurchase.shop-cycle", shopCycle, Duration.ofDays(1), YEAR);
    Bounds.between("siyu.repurchase.shortest", shortest, lead.plusDays(1), YEAR);
    Bounds.between("siyu.repurchase.longest", longest, shortest, YEAR);
    Bounds.between("siyu.repurchase.rest", rest, Duration.ofDays(1), Duration.ofDays(90));
    Bounds.between("siyu.repurchase.silent-cycles", silentCycles, 1, 6);
    Bounds.between("siyu.repurchase.offer-until", offerUntil, offerFrom, LocalTime.MAX);
  }
}
