package dev.siyu.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Learns from a customer's own purchases how many days lie between two of them (消费周期). */
public final class ConsumptionCycle {

  /** Two purchases make one gap, and one gap is no habit. */
  public static final int FEWEST_PURCHASES = 3;

  private ConsumptionCycle() {}

  /** The days on which the customer bought; several orders of a day are one purchase. */
  public static List<LocalDate> purchaseDays(List<Instant> paidAt, ZoneId zone) {
    return paidAt.stream().map(at -> at.atZone(zone).toLocalDate()).sorted().distinct().toList();
  }

  /** The median gap in days; empty with fewer than {@value #FEWEST_PURCHASES} purchases. */
  public static OptionalInt ownDays(List<Instant> paidAt, ZoneId zone) {
    var days = purchaseDays(paidAt, zone);
    if (days.size() < FEWEST_PURCHASES) {
      return OptionalInt.empty();
    }
    var gaps = new ArrayList<Long>();
    for (int i = 1; i < days.size(); i++) {
      gaps.add(ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)));
    }
    return OptionalInt.of(median(gaps));
  }

  /** Half days are rounded up. */
  private static int median(List<Long> gaps) {
    var sorted = gaps.stream().sorted().toList();
    long lower = sorted.get((sorted.size() - 1) / 2);
    long upper = sorted.get(sorted.size() / 2);
    return Math.toIntExact((lower + upper + 1) / 2);
  }
}
