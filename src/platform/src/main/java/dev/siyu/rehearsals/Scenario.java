package dev.siyu.rehearsals;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.siyu.settings.Bounds;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customers of a rehearsal and how everybody behaves. The same scenario gives the same touches.
 *
 * @param from first day of what is told, in the dates of the recording
 * @param to last day, inclusive; at most 400 days after {@code from}
 * @param firstBoughtUntil only customers whose first order lies up to this day; null: up to {@code
 *     to}
 * @param customers at most so many, in the order of their adds, 1 to 100,000; null: all
 * @param seed 0 to 999,999; another one makes other adds and replies
 * @param replyPercent of customers who answer the welcome, 0 to 100
 * @param startsOn the day the clock begins at; the recording is moved behind it by whole weeks
 * @param grainMinutes moments are rounded up to this, 5 to 120
 * @param customer the one contact that is tried, with the source {@link Source#ONE}; else null
 */
public record Scenario(
    Source source,
    LocalDate from,
    LocalDate to,
    @Nullable LocalDate firstBoughtUntil,
    @Nullable Integer customers,
    int seed,
    int replyPercent,
    LocalDate startsOn,
    int grainMinutes,
    People people,
    @Nullable Behaviour behaviour,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String customer) {

  /** Where the customers come from. */
  public enum Source {
    /** The recorded year that comes with Siyu. */
    SAMPLE,
    /** CSV files handed in. */
    UPLOAD,
    /** Contacts of this installation who are new in these days, their orders and refunds. */
    OWN,
    /** One contact of this installation: the whole course, step by step. */
    ONE,
    /** Made up from a stated behaviour. */
    MADE_UP
  }

  /**
   * How people at work behave; who is one of the percent is drawn by the request's subject.
   *
   * @param approveAfter how long a request waits for each answer, at most 30 days
   * @param approvePercent the others are refused
   * @param workAfter how long a staff task waits until it is done, at most 30 days
   * @param workPercent the others are left to their deadline
   * @param confirmAfter how long a mass send waits for its member, at most 7 days
   */
  public record People(
      Duration approveAfter,
      int approvePercent,
      Duration workAfter,
      int workPercent,
      Duration confirmAfter) {

    public People {
      within("approveAfter", approveAfter, 30);
      within("workAfter", workAfter, 30);
      within("confirmAfter", confirmAfter, 7);
      between("approvePercent", approvePercent, 0, 100);
      between("workPercent", workPercent, 0, 100);
    }

    private static void within(String name, Duration value, int days) {
      if (value.isNegative() || value.compareTo(Duration.ofDays(days)) > 0) {
        throw new RehearsalRefused(
            "SIYU-3711", name + ": " + value + " (expected: PT0S to P" + days + "D)");
      }
    }
  }

  /**
   * Made-up customers.
   *
   * @param customers 1 to 20,000; they add staff evenly over the first {@code addDays} days
   * @param addDays 1 to 365
   * @param buyPercentByDay of customers who pay on the first, second, ... day after the add
   * @param againPercentByMonth of buyers who pay again in each later month
   * @param refundPercent of orders that are refunded within ten days
   * @param averageCents of an order, 100 to 10,000,000
   */
  public record Behaviour(
      int customers,
      int addDays,
      List<Integer> buyPercentByDay,
      int againPercentByMonth,
      int refundPercent,
      int averageCents) {

    public Behaviour {
      between("customers", customers, 1, 20_000);
      between("addDays", addDays, 1, 365);
      between("buyPercentByDay", buyPercentByDay.size(), 1, 90);
      buyPercentByDay.forEach(percent -> between("buyPercentByDay", percent, 0, 100));
      between(
          "buyPercentByDay together",
          buyPercentByDay.stream().mapToInt(Integer::intValue).sum(),
          0,
          100);
      between("againPercentByMonth", againPercentByMonth, 0, 100);
      between("refundPercent", refundPercent, 0, 100);
      between("averageCents", averageCents, 100, 10_000_000);
      buyPercentByDay = List.copyOf(buyPercentByDay);
    }
  }

  private static final int LONGEST_DAYS = 400;

  public Scenario {
    if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_DAYS))) {
      throw new RehearsalRefused(
          "SIYU-3711", "to: " + to + " (expected: " + from + " to 400 days later)");
    }
    if (customers != null) {
      between("customers", customers, 1, 100_000);
    }
    between("seed", seed, 0, 999_999);
    between("replyPercent", replyPercent, 0, 100);
    between("grainMinutes", grainMinutes, 5, 120);
    if ((source == Source.MADE_UP) != (behaviour != null)) {
      throw new RehearsalRefused(
          "SIYU-3711", "behaviour (expected: for made-up customers, and only for them)");
    }
    if ((source == Source.ONE) != (customer != null)) {
      throw new RehearsalRefused(
          "SIYU-3711", "customer: " + customer + " (expected: with the source ONE, only then)");
    }
  }

  /** What the replay inside is asked for. */
  String replay() {
    return "from="
        + from
        + ",to="
        + to
        + ",firstBoughtUntil="
        + (firstBoughtUntil == null ? to : firstBoughtUntil)
        + ",customers="
        + (customers == null ? "all" : customers)
        + ",seed="
        + seed
        + ",replyPercent="
        + replyPercent
        + ",strangersToo="
        + (tellsAll() && customers == null && firstBoughtUntil == null)
        + ",goods=false,speed=max";
  }

  private boolean tellsAll() {
    return switch (source) {
      case SAMPLE, UPLOAD, MADE_UP -> true;
      case OWN, ONE -> false;
    };
  }

  private static void between(String name, int value, int low, int high) {
    Bounds.objection(name, value, low, high)
        .ifPresent(
            what -> {
              throw new RehearsalRefused("SIYU-3711", what);
            });
  }
}
