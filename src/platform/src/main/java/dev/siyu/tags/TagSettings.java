package dev.siyu.tags;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The tag system and how it is kept in step with WeCom.
 *
 * @param limit corp tags a corp may have, 1 to 10,000 (WeCom: 3,000; newer sources say 10,000)
 * @param nameLength longest name of a tag or group, 1 to 30 characters
 * @param every pause between two fetches of the list, PT0S to 31 d; PT0S: only after a start, an
 *     event, or by hand (sample mode)
 * @param afterStart how long after the start the list is fetched, 1 s to 1 h
 * @param again pause after a fetch that failed, 10 s to 1 d
 * @param echo an edit this close to our own mark is taken for its echo, 0 to 5 min
 * @param echoPause how much later an echo is looked at, 0 to 1 d
 * @param pace between two contacts when all are looked at, 10 ms to 1 min
 */
@ConfigurationProperties("siyu.tags")
record TagSettings(
    @DefaultValue("3000") int limit,
    @DefaultValue("30") int nameLength,
    @DefaultValue("P1D") Duration every,
    @DefaultValue("PT20S") Duration afterStart,
    @DefaultValue("PT5M") Duration again,
    @DefaultValue("PT10S") Duration echo,
    @DefaultValue("PT10M") Duration echoPause,
    @DefaultValue("PT0.2S") Duration pace) {

  TagSettings {
    Bounds.between("siyu.tags.limit", limit, 1, 10_000);
    Bounds.between("siyu.tags.name-length", nameLength, 1, 30);
    Bounds.between("siyu.tags.every", every, Duration.ZERO, Duration.ofDays(31));
    Bounds.between("siyu.tags.after-start", afterStart, Duration.ofSeconds(1), Duration.ofHours(1));
    Bounds.between("siyu.tags.again", again, Duration.ofSeconds(10), Duration.ofDays(1));
    Bounds.between("siyu.tags.echo", echo, Duration.ZERO, Duration.ofMinutes(5));
    Bounds.between("siyu.tags.echo-pause", echoPause, Duration.ZERO, Duration.ofDays(1));
    Bounds.between("siyu.tags.pace", pace, Duration.ofMillis(10), Duration.ofMinutes(1));
  }
}
