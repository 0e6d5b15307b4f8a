package dev.siyu.groups;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Customer groups ({@code siyu.groups.*}); limits are WeCom's and may change there.
 *
 * @param capacity members of a group, 2..2000 (WeCom: 500)
 * @param nearlyFullPercent from how full on a join way leads to the next group, 50..100
 * @param perDay messages to one group per calendar day, 1..10
 * @param perMonth messages to one group per calendar month, 0..31; 0: as many as it has days
 *     (WeCom, doc 92135)
 * @param quietFrom start of the quiet hours in the shop's zone; equal to quietUntil: none
 * @param weekStarts when the weekly SOP begins on Monday, in the shop's zone
 * @param startWithin how late a week may begin; a later one is left out, 1 h..24 h
 * @param spread groups begin within so much time, 0..2 h
 * @param lookAfter when a message is looked up for the first time, 1 min..1 d; later each hour
 * @param remindAfter when the owner is reminded once, 10 min..3 d
 * @param timeout when a message nobody confirmed is cancelled, 1 h..7 d
 * @param callTimeout when a claim without recorded end becomes UNKNOWN, 10 s..10 min
 * @param compareEvery how often all groups are compared with WeCom, 1 h..7 d
 * @param retry when a call without effect is tried again, 1 s..1 d
 */
@ConfigurationProperties("siyu.groups")
record GroupSettings(
    @DefaultValue("500") int capacity,
    @DefaultValue("96") int nearlyFullPercent,
    @DefaultValue("1") int perDay,
    @DefaultValue("0") int perMonth,
    @DefaultValue("21:00") LocalTime quietFrom,
    @DefaultValue("09:00") LocalTime quietUntil,
    @DefaultValue("10:00") LocalTime weekStarts,
    @DefaultValue("PT12H") Duration startWithin,
    @DefaultValue("PT30M") Duration spread,
    @DefaultValue("PT10M") Duration lookAfter,
    @DefaultValue("PT4H") Duration remindAfter,
    @DefaultValue("P1D") Duration timeout,
    @DefaultValue("PT1M") Duration callTimeout,
    @DefaultValue("P1D") Duration compareEvery,
    @DefaultValue("PT5M") Duration retry) {

  GroupSettings {
    Bounds.between("siyu.groups.capacity", capacity, 2, 2_000);
    Bounds.between("siyu.groups.nearly-full-percent", nearlyFullPercent, 50, 100);
    Bounds.between("siyu.groups.per-day", perDay, 1, 10);
    Bounds.between("siyu.groups.per-month", perMonth, 0, 31);
    Bounds.between(
        "siyu.groups.start-within", startWithin, Duration.ofHours(1), Duration.ofHours(24));
    Bounds.between("siyu.groups.spread", spread, Duration.ZERO, Duration.ofHours(2));
    Bounds.between("siyu.groups.look-after", lookAfter, Duration.ofMinutes(1), Duration.ofDays(1));
    Bounds.between(
        "siyu.groups.remind-after", remindAfter, Duration.ofMinutes(10), Duration.ofDays(3));
    Bounds.between("siyu.groups.timeout", timeout, Duration.ofHours(1), Duration.ofDays(7));
    Bounds.between(
        "siyu.groups.call-timeout", callTimeout, Duration.ofSeconds(10), Duration.ofMinutes(10));
    Bounds.between(
        "siyu.groups.compare-every", compareEvery, Duration.ofHours(1), Duration.ofDays(7));
    Bounds.between("siyu.groups.retry", retry, Duration.ofSeconds(1), Duration.ofDays(1));
  }
}
