package dev.siyu.time;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clock.
 *
 * @param mode sample: the clock can be moved; live: it is the real time
 * @param zone where the shop is; local times of files and quiet hours are read in it
 */
@ConfigurationProperties("siyu")
record TimeSettings(
    @DefaultValue("sample") Mode mode,
    @DefaultValue("Asia/Shanghai") ZoneId zone,
    @DefaultValue Clock clock) {

  enum Mode {
    SAMPLE,
    LIVE
  }

  /**
   * How it is moved.
   *
   * @param tick real time between two looks at the due work (20 ms to 5 s)
   * @param grain moments are rounded up to this at full speed, so that near ones share one step (1
   *     s to 1 day)
   * @param quietPoll real time between two looks whether everything is quiet (1 ms to 1 s); a fifth
   *     of it while the part that is busy is in this process
   * @param standsAt a clock that stands: it begins here and moves only when it is moved, so that
   *     two runs see the same moments; null: it runs
   */
  record Clock(
      @DefaultValue("200ms") Duration tick,
      @DefaultValue("PT15M") Duration grain,
      @DefaultValue("5ms") Duration quietPoll,
      @Nullable Instant standsAt) {

    /** What our clock is ahead of. */
    java.time.Clock base(ZoneId zone) {
      return standsAt == null
          ? java.time.Clock.system(zone)
          : java.time.Clock.fixed(standsAt, zone);
    }

    Clock {
      Bounds.between("siyu.clock.tick", tick, Duration.ofMillis(20), Duration.ofSeconds(5));
      Bounds.between("siyu.clock.grain", grain, Duration.ofSeconds(1), Duration.ofDays(1));
      Bounds.between(
          "siyu.clock.quiet-poll", quietPoll, Duration.ofMillis(1), Duration.ofSeconds(1));
    }
  }
}
