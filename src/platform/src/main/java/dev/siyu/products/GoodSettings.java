package dev.siyu.products;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the malls' goods are read ({@code siyu.goods.*}).
 *
 * @param enabled off: never, also not by hand
 * @param every pause between two readings, PT0S to 31 d; PT0S: only after a start or by hand
 *     (sample mode)
 * @param afterStart how long after the start the first comes, 1 s to 1 h
 * @param again pause after one that broke off, 10 s to 1 d
 * @param trust how long a stock of zero is believed, 1 h to 31 d
 */
@ConfigurationProperties("siyu.goods")
record GoodSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("PT2H") Duration every,
    @DefaultValue("PT40S") Duration afterStart,
    @DefaultValue("PT5M") Duration again,
    @DefaultValue("P2D") Duration trust) {

  GoodSettings {
    Bounds.between("siyu.goods.every", every, Duration.ZERO, Duration.ofDays(31));
    Bounds.between(
        "siyu.goods.after-start", afterStart, Duration.ofSeconds(1), Duration.ofHours(1));
    Bounds.between("siyu.goods.again", again, Duration.ofSeconds(10), Duration.ofDays(1));
    Bounds.between("siyu.goods.trust", trust, Duration.ofHours(1), Duration.ofDays(31));
  }
}
