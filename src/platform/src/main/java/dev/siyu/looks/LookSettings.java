package dev.siyu.looks;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When malls' lists are compared with ours ({@code siyu.mall-looks.*}).
 *
 * @param enabled off: never, also not by hand
 * @param every pause between two looks; PT0S: only after a start, an outage, or by hand (sample
 *     mode: every look would be a step of a replay)
 * @param afterStart how long after the start the first look comes, 1 s to 1 h
 * @param grace what is younger is left to the callbacks, which the malls repeat; 0 to 1 h
 * @param firstSpan how far the very first look goes back, 1 h to 90 d
 * @param again pause after a look that broke off, 10 s to 1 d
 */
@ConfigurationProperties("siyu.mall-looks")
record LookSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("P1D") Duration every,
    @DefaultValue("PT30S") Duration afterStart,
    @DefaultValue("PT10M") Duration grace,
    @DefaultValue("P7D") Duration firstSpan,
    @DefaultValue("PT5M") Duration again) {

  LookSettings {
    Bounds.between("siyu.mall-looks.every", every, Duration.ZERO, Duration.ofDays(31));
    Bounds.between(
        "siyu.mall-looks.after-start", afterStart, Duration.ofSeconds(1), Duration.ofHours(1));
    Bounds.between("siyu.mall-looks.grace", grace, Duration.ZERO, Duration.ofHours(1));
    Bounds.between(
        "siyu.mall-looks.first-span", firstSpan, Duration.ofHours(1), Duration.ofDays(90));
    Bounds.between("siyu.mall-looks.again", again, Duration.ofSeconds(10), Duration.ofDays(1));
  }
}
