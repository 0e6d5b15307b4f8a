package dev.siyu.drills;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Whether the illness of one provider stayed with it; pure functions of what was measured. */
final class Isolation {

  private static final double SLOWER_AT_MOST = 1.10;

  /** Of what is done in healthy rounds, the others do this much while one is ill. */
  private static final double OTHERS_AT_LEAST = 0.95;

  /** Of what was asked for, the others do this much while one is ill. */
  private static final double ASKED_AT_LEAST = 0.90;

  /** Of what is done in healthy rounds, the ill one does at most this much. */
  private static final double ILL_AT_MOST = 0.90;

  /** Or takes so many times as long: who is slow gets all done when there is room enough. */
  private static final double ILL_SLOWER = 3;

  /** A smaller difference is the clock's and the scheduler's, not a provider's. */
  private static final double NOTICED_MILLIS = 5;

  /**
   * What was done in as many healthy rounds as ill ones.
   *
   * @param asked how many were asked for in each kind; 0: nobody counts them
   * @param healthy how long each took, in ms
   * @param ill the same while a provider was ill
   */
  record Measured(String what, int asked, List<Double> healthy, List<Double> ill) {}

  private Isolation() {}

  static List<Finding> findings(String illness, Measured ill, List<Measured> others) {
    List<Finding> found = new ArrayList<>();
    found.add(bitten(illness, ill));
    for (Measured other : others) {
      found.add(done(illness, other));
      found.add(waited(illness, other));
    }
    return found;
  }

  static String table(String illness, Collection<Measured> all) {
    StringBuilder table = new StringBuilder("\n| ").append(illness);
    table.append(" | done, healthy | done, ill | median, healthy | median, ill |\n");
    table.append("|---|---|---|---|---|");
    for (Measured one : all) {
      table.append(
          String.format(
              Locale.ROOT,
              "%n| %s | %d | %d | %.1f ms | %.1f ms |",
              one.what(),
              one.healthy().size(),
              one.ill().size(),
              median(one.healthy()),
              median(one.ill())));
    }
    return table.toString();
  }

  /** Else the trouble was none, and the rest proves nothing. */
  private static Finding bitten(String illness, Measured one) {
    int healthy = one.healthy().size();
    int ill = one.ill().size();
    return new Finding(
        illness + ": " + one.what() + " gets less done or waits itself (the trouble bit)",
        "%d -> %d, %.1f -> %.1f ms"
            .formatted(healthy, ill, median(one.healthy()), median(one.ill())),
        healthy > 0
                && (ill <= ILL_AT_MOST * healthy
                    || median(one.ill()) >= ILL_SLOWER * median(one.healthy()))
            ? List.of()
            : List.of("nothing, or as much and as fast as without trouble"));
  }

  private static Finding done(String illness, Measured one) {
    int healthy = one.healthy().size();
    int ill = one.ill().size();
    List<String> wrong = new ArrayList<>();
    if (healthy == 0 || ill < OTHERS_AT_LEAST * healthy) {
      wrong.add("nothing, or less than %.2f of healthy rounds".formatted(OTHERS_AT_LEAST));
    }
    if (ill < ASKED_AT_LEAST * one.asked()) {
      wrong.add("less than %.2f of the %d asked for".formatted(ASKED_AT_LEAST, one.asked()));
    }
    return new Finding(
        illness + ": " + one.what() + " gets as much done",
        "%d -> %d".formatted(healthy, ill),
        wrong);
  }

  private static Finding waited(String illness, Measured one) {
    double before = median(one.healthy());
    double during = median(one.ill());
    // a median of nothing is no number, and no comparison with it holds
    boolean fine = during <= before * SLOWER_AT_MOST || during - before < NOTICED_MILLIS;
    return new Finding(
        illness + ": " + one.what() + " is at most 10 % longer (median)",
        "%.1f -> %.1f ms (%+.1f %%)".formatted(before, during, 100 * (during / before - 1)),
        fine ? List.of() : List.of("more than 10 %"));
  }

  static double median(List<Double> millis) {
    return millis.isEmpty()
        ? Double.NaN
        : millis.stream().sorted().skip(millis.size() / 2).findFirst().orElseThrow();
  }
}
