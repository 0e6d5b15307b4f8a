package dev.siyu.layers;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's orders amount to on one day. Everything is counted in whole days of the shop's
 * zone, so it changes with an order, with a refund, or at a midnight that can be told beforehand.
 *
 * @param first day of the oldest kept order within the window, null for none
 * @param last day of the newest kept order ever, null for none
 */
record Bought(
    String customerId,
    long netYearCents,
    long netEverCents,
    int ordersYear,
    int activeMonths,
    @Nullable LocalDate first,
    @Nullable LocalDate last) {

  static final int WINDOW_DAYS = 365;
  static final int MONTH_DAYS = 30;
  static final int LONGEST_SILENCE = 12;

  LayerFacts facts(LocalDate today) {
    return new LayerFacts(netYearCents, netEverCents, ordersYear, activeMonths, silent(today));
  }

  private int silent(LocalDate today) {
    if (last == null) {
      return LONGEST_SILENCE;
    }
    long months = ChronoUnit.DAYS.between(last, today) / MONTH_DAYS;
    return (int) Math.clamp(months, 0, LONGEST_SILENCE);
  }

  /** The next day on which time alone changes the facts; empty when none ever will. */
  Optional<LocalDate> nextChange(LocalDate today) {
    var leaves = first == null ? null : first.plusDays(WINDOW_DAYS);
    int silent = silent(today);
    var silence =
        last == null || silent == LONGEST_SILENCE
            ? null
            : last.plusDays((long) MONTH_DAYS * (silent + 1));
    return Stream.of(Optional.ofNullable(leaves), Optional.ofNullable(silence))
        .flatMap(Optional::stream)
        .min(LocalDate::compareTo);
  }
}
