package dev.siyu.workers.orders;

import dev.siyu.orders.ConsumptionCycle;
import dev.siyu.orders.PurchaseStory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Says what the repurchase journey of a customer does next. It looks at the orders, not at what
 * messages told: a purchase or a full refund that nobody announced moves the cycle just the same.
 */
final class RepurchasePlan {

  enum Step {
    /** Bought a second time: mark it, then wait. */
    REPEAT,
    /** The cycle is not over. */
    WAIT,
    OFFER,
    DORMANT
  }

  /**
   * What the journey keeps between two plans.
   *
   * @param basedOn the purchase or return the cycle counts from
   * @param silent cycles since then in which an offer was made and nothing bought
   * @param round number of the latest offer, which tells its touches from those before
   * @param repeat whether REPEAT was said
   */
  record State(
      @Nullable Step step,
      @Nullable Instant offerAt,
      @Nullable Instant basedOn,
      int silent,
      int round,
      boolean repeat) {

    static final State NEW = new State(null, null, null, 0, 0, false);

    boolean waits() {
      return step == Step.WAIT || step == Step.REPEAT;
    }

    State dormant() {
      return new State(Step.DORMANT, null, basedOn, silent, round, repeat);
    }
  }

  /**
   * @param shopCycle days of a typical customer, where the orders tell
   */
  record Facts(PurchaseStory story, OptionalInt shopCycle, ZoneId zone, Instant now) {}

  /** The engine's clock may be a little ahead of ours. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private static final int HALF_HOUR = 1800; // seconds
  private static final int DAY = 86_400; // seconds

  private RepurchasePlan() {}

  static State next(State before, Facts facts, RepurchaseSettings settings) {
    var paidAt = facts.story().paidAt();
    if (paidAt.isEmpty()) {
      return before.dormant();
    }
    var base = base(facts.story());
    boolean sameCycle = base.equals(before.basedOn());
    int silent = !sameCycle ? 0 : before.silent() + (before.step() == Step.OFFER ? 1 : 0);
    var kept = sameCycle && before.waits() ? before.offerAt() : null;
    var due = kept != null ? kept : due(base, silent, facts, settings);
    if (silent >= settings.silentCycles()) {
      return new State(Step.DORMANT, null, base, silent, before.round(), before.repeat());
    }
    if (!before.repeat() && ConsumptionCycle.purchaseDays(paidAt, facts.zone()).size() > 1) {
      return new State(Step.REPEAT, due, base, silent, before.round(), true);
    }
    boolean now = !due.isAfter(facts.now().plus(GRACE));
    return new State(
        now ? Step.OFFER : Step.WAIT,
        due,
        base,
        silent,
        before.round() + (now ? 1 : 0),
        before.repeat());
  }

  /** The latest purchase; after a full refund that followed it, the refund. */
  private static Instant base(PurchaseStory story) {
    var bought = story.paidAt().getLast();
    var returned = story.returnedAt();
    return returned != null && returned.isAfter(bought) ? returned : bought;
  }

  /** Shortly before the cycle ends; after silence one cycle later and never without a rest. */
  private static Instant due(Instant base, int silent, Facts facts, RepurchaseSettings settings) {
    var due = base.plus(cycle(facts, settings).multipliedBy(1L + silent)).minus(settings.lead());
    var rested = halfHourOf(facts.now()).plus(settings.rest());
    return atCustomaryHour(silent > 0 && due.isBefore(rested) ? rested : due, facts, settings);
  }

  /** Offers are made at half hours: a rest counted to the second would cost another day. */
  private static Instant halfHourOf(Instant now) {
    long second = now.getEpochSecond();
    return Instant.ofEpochSecond(second - Math.floorMod(second, HALF_HOUR));
  }

  /** The customer's own cycle, else that of the shop's customers, else the setting. */
  static Duration cycle(Facts facts, RepurchaseSettings settings) {
    var own = ConsumptionCycle.ownDays(facts.story().paidAt(), facts.zone());
    var learnt = own.isPresent() ? own : facts.shopCycle();
    var days = learnt.isPresent() ? Duration.ofDays(learnt.getAsInt()) : settings.shopCycle();
    if (days.compareTo(settings.shortest()) < 0) {
      return settings.shortest();
    }
    return days.compareTo(settings.longest()) > 0 ? settings.longest() : days;
  }

  /**
   * At the half hour of the day after which the customer last bought, moved into the hours in which
   * offers are made: each at their own time, but few enough moments that a replay can jump. Never
   * before it is due: who bought is left alone for all of the time.
   */
  private static Instant atCustomaryHour(Instant due, Facts facts, RepurchaseSettings settings) {
    var hour = facts.story().paidAt().getLast().atZone(facts.zone()).toLocalTime();
    var from = settings.offerFrom();
    var until = settings.offerUntil();
    int halves = Math.ceilDiv(hour.toSecondOfDay(), HALF_HOUR);
    var half = LocalTime.ofSecondOfDay((long) halves * HALF_HOUR % DAY);
    var at = half.isBefore(from) ? from : half.isAfter(until) ? until : half;
    var moment = due.atZone(facts.zone()).with(at);
    return (moment.toInstant().isBefore(due) ? moment.plusDays(1) : moment).toInstant();
  }
}
