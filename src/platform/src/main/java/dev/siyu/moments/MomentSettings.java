package dev.siyu.moments;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of moments and what is done when members do not publish. All durations count from when the
 * members can publish.
 *
 * @param callsPerMinute creations, 1..10 (WeCom: 10 per corp, doc 95094)
 * @param perMonth creations per calendar month, 1..100000 (WeCom: 100,000)
 * @param seenPerDay moments one customer may see a day, 1..3 (WeCom shows 3 at most)
 * @param quietFrom start of the hours in which none is created, company zone; equal to quietUntil:
 *     none
 * @param accounts members of one plan, 1..1000
 * @param jobPoll how often WeCom is asked whether it is built, 5 s..10 min
 * @param lookUp how often it is looked up who published, 1 min..1 day
 * @param reminders when members who did not publish are told, ascending
 * @param tellLead when their lead is told, 1 min..7 days
 * @param timeOut when it is stopped, 10 min..7 days
 * @param figuresEvery how often likes and comments are collected afterwards, 10 min..1 day
 * @param figuresFor how long they are collected, 1 day..30 days (WeCom tells 30 days back)
 * @param pause how long a step that failed waits, 10 s..1 h
 * @param callTimeout when a creation without recorded end becomes UNKNOWN, 10 s..10 min
 */
@ConfigurationProperties("siyu.moments")
record MomentSettings(
    @DefaultValue("10") int callsPerMinute,
    @DefaultValue("100000") int perMonth,
    @DefaultValue("1") int seenPerDay,
    @DefaultValue("21:00") LocalTime quietFrom,
    @DefaultValue("09:00") LocalTime quietUntil,
    @DefaultValue("500") int accounts,
    @DefaultValue("PT30S") Duration jobPoll,
    @DefaultValue("PT1H") Duration lookUp,
    @DefaultValue({"PT2H", "PT5H"}) List<Duration> reminders,
    @DefaultValue("PT8H") Duration tellLead,
    @DefaultValue("P1D") Duration timeOut,
    @DefaultValue("PT12H") Duration figuresEvery,
    @DefaultValue("P7D") Duration figuresFor,
    @DefaultValue("PT1M") Duration pause,
    @DefaultValue("PT2M") Duration callTimeout) {

  MomentSettings {
    reminders = List.copyOf(reminders);
    Bounds.between("siyu.moments.calls-per-minute", callsPerMinute, 1, 10);
    Bounds.between("siyu.moments.per-month", perMonth, 1, 100_000);
    Bounds.between("siyu.moments.seen-per-day", seenPerDay, 1, 3);
    Bounds.between("siyu.moments.accounts", accounts, 1, 1_000);
    Bounds.between("siyu.moments.job-poll", jobPoll, Duration.ofSeconds(5), Duration.ofMinutes(10));
    Bounds.between("siyu.moments.look-up", lookUp, Duration.ofMinutes(1), Duration.ofDays(1));
    Bounds.between("siyu.moments.tell-lead", tellLead, Duration.ofMinutes(1), Duration.ofDays(7));
    Bounds.between("siyu.moments.time-out", timeOut, Duration.ofMinutes(10), Duration.ofDays(7));
    Bounds.between(
        "siyu.moments.figures-every", figuresEvery, Duration.ofMinutes(10), Duration.ofDays(1));
    Bounds.between("siyu.moments.figures-for", figuresFor, Duration.ofDays(1), Duration.ofDays(30));
    Bounds.between("siyu.moments.pause", pause, Duration.ofSeconds(10), Duration.ofHours(1));
    Bounds.between(
        "siyu.moments.call-timeout", callTimeout, Duration.ofSeconds(10), Duration.ofMinutes(10));
    var steps = Stream.concat(reminders.stream(), Stream.of(tellLead, timeOut)).toList();
    if (!steps.equals(steps.stream().sorted().distinct().toList())) {
      throw new IllegalArgumentException(
          "siyu.moments.reminders, tell-lead, time-out: " + steps + " (expected: ascending)");
    }
  }
}
