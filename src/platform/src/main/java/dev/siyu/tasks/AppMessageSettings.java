package dev.siyu.tasks;

import dev.siyu.settings.Bounds;
import dev.siyu.time.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How app messages leave. The numbers are WeCom's (doc 90454); beyond them it says ok and drops the
 * message.
 *
 * @param perMinute to one member within any minute, 2..1000 (WeCom: 30)
 * @param perHour to one member within any hour, 2..100000 (WeCom: 1000)
 * @param accounts members who see the app, 1..1000000
 * @param perDayAndAccount person-times a calendar day, for all members together {@code accounts}
 *     times as many, 1..1000 (WeCom: 200)
 * @param together how long a message waits for others to the same member, 0 s..1 h
 * @param workFrom before this time of day nothing is sent; equal to workUntil: any time
 * @param mostBytes of one message, 200..2048 bytes UTF-8 (WeCom cuts beyond 2048)
 * @param callTimeout when a claim without recorded end becomes UNKNOWN, 10 s..10 min
 */
@ConfigurationProperties("siyu.app-messages")
record AppMessageSettings(
    @DefaultValue("30") int perMinute,
    @DefaultValue("1000") int perHour,
    @DefaultValue("10") int accounts,
    @DefaultValue("200") int perDayAndAccount,
    @DefaultValue("PT1M") Duration together,
    @DefaultValue("09:00") LocalTime workFrom,
    @DefaultValue("21:00") LocalTime workUntil,
    @DefaultValue("2048") int mostBytes,
    @DefaultValue("PT1M") Duration callTimeout) {

  AppMessageSettings {
    Bounds.between("siyu.app-messages.per-minute", perMinute, 2, 1_000);
    Bounds.between("siyu.app-messages.per-hour", perHour, 2, 100_000);
    Bounds.between("siyu.app-messages.accounts", accounts, 1, 1_000_000);
    Bounds.between("siyu.app-messages.per-day-and-account", perDayAndAccount, 1, 1_000);
    Bounds.between("siyu.app-messages.together", together, Duration.ZERO, Duration.ofHours(1));
    Bounds.between("siyu.app-messages.most-bytes", mostBytes, 200, 2_048);
    Bounds.between(
        "siyu.app-messages.call-timeout",
        callTimeout,
        Duration.ofSeconds(10),
        Duration.ofMinutes(10));
  }

  /** The next moment at which members may be told something, {@code at} itself when it is one. */
  Instant atWork(Instant at, ZoneId companyZone) {
    return new QuietHours(workUntil, workFrom).after(at, companyZone);
  }
}
