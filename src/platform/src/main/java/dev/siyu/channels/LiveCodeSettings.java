package dev.siyu.channels;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The live codes Siyu keeps at WeCom; limits are WeCom's (doc 92228) and may change there.
 *
 * @param create whether accounts and missing live codes are created at start
 * @param staff WeCom user ids of the first accounts, 1..100
 * @param dailyCap adds a day of the first accounts, 1..10000
 * @param users accounts behind one code, 1..100 (41041 beyond)
 * @param perCorp codes of the corp, 1..10,000,000 (500,000; 41045 beyond)
 * @param shareSlack adds an account may be ahead of its share before it pauses, 1..10000
 * @param pushInterval time between two changes of one code, 1 s..1 h; a ban does not wait
 * @param pushesPerMinute changes of all codes together, 1..10000 (WeCom: 10,000 a minute)
 * @param createTimeout when a creation without an answer is UNKNOWN, 10 s..1 h
 * @param retry when a change WeCom did not answer is tried again, 1 s..1 d
 */
@ConfigurationProperties("siyu.live-codes")
record LiveCodeSettings(
    @DefaultValue("true") boolean create,
    @DefaultValue({"li.na", "wang.fang", "zhang.wei"}) List<String> staff,
    @DefaultValue("200") int dailyCap,
    @DefaultValue("100") int users,
    @DefaultValue("500000") int perCorp,
    @DefaultValue("10") int shareSlack,
    @DefaultValue("PT30S") Duration pushInterval,
    @DefaultValue("600") int pushesPerMinute,
    @DefaultValue("PT1M") Duration createTimeout,
    @DefaultValue("PT5M") Duration retry) {

  LiveCodeSettings {
    Bounds.between("siyu.live-codes.staff (members)", staff.size(), 1, 100);
    Bounds.between("siyu.live-codes.daily-cap", dailyCap, 1, 10_000);
    Bounds.between("siyu.live-codes.users", users, 1, 100);
    Bounds.between("siyu.live-codes.per-corp", perCorp, 1, 10_000_000);
    Bounds.between("siyu.live-codes.share-slack", shareSlack, 1, 10_000);
    Bounds.between(
        "siyu.live-codes.push-interval", pushInterval, Duration.ofSeconds(1), Duration.ofHours(1));
    Bounds.between("siyu.live-codes.pushes-per-minute", pushesPerMinute, 1, 10_000);
    Bounds.between(
        "siyu.live-codes.create-timeout",
        createTimeout,
        Duration.ofSeconds(10),
        Duration.ofHours(1));
    Bounds.between("siyu.live-codes.retry", retry, Duration.ofSeconds(1), Duration.ofDays(1));
    staff = List.copyOf(staff);
  }
}
