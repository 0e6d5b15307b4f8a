package dev.siyu.tasks;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What WeCom still lets through, kept in PostgreSQL so that a restart does not hand it out twice.
 * Nobody knows where WeCom's minutes and hours begin: a bucket of half a window's size that refills
 * by half within the window never lets more than the whole through, wherever it begins.
 */
@Component
class AppMessageQuota implements MessageRoom {

  private static final String APP = "app-messages";

  private final ProxyManager<String> buckets;
  private final BucketConfiguration member;
  private final BucketConfiguration app;
  private final AppMessageSettings settings;
  private final AppMessageTable table;
  private final StaffCardTable cards;

  AppMessageQuota(
      DataSource dataSource,
      Clock clock,
      AppMessageSettings settings,
      AppMessageTable table,
      StaffCardTable cards,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId companyZone) {
    this.settings = settings;
    this.table = table;
    this.cards = cards;
    this.buckets =
        Bucket4jPostgreSQL.advisoryLockBasedBuilder(dataSource)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("rate_bucket")
            .clientClock(meter(clock))
            .build();
    this.member =
        BucketConfiguration.builder()
            .addLimit(half(settings.perMinute(), Duration.ofMinutes(1)))
            .addLimit(half(settings.perHour(), Duration.ofHours(1)))
            .build();
    // A midnight of the company that surely lies behind: from there on, every day is refilled.
    var midnight = LocalDate.EPOCH.plusDays(1).atStartOfDay(companyZone).toInstant();
    this.app =
        BucketConfiguration.builder()
            .addLimit(perDay((long) settings.accounts() * settings.perDayAndAccount(), midnight))
            .build();
  }

  /** Empty: taken. Otherwise nothing is taken, and how long until there is room. */
  Optional<Duration> take(String staffUserId) {
    var ofMember = of(staffUserId);
    var wait = consume(ofMember);
    if (wait.isPresent()) {
      return wait;
    }
    var forApp = consume(of());
    if (forApp.isPresent()) {
      ofMember.addTokens(1);
    }
    return forApp;
  }

  /** The message certainly did not leave. */
  void giveBack(String staffUserId) {
    of(staffUserId).addTokens(1);
    of().addTokens(1);
  }

  @Override
  public Left left(String staffUserId) {
    long[] each =
        of(staffUserId)
            .asVerbose()
            .getAvailableTokens()
            .getDiagnostics()
            .getAvailableTokensPerEachBandwidth();
    long waiting = table.countWaiting(staffUserId) + cards.countWaiting(staffUserId);
    return new Left(each[0], each[1], waiting);
  }

  @Override
  public long leftToday() {
    return of().getAvailableTokens();
  }

  @Override
  public Limits limits() {
    return new Limits(
        settings.perMinute() / 2,
        settings.perHour() / 2,
        (long) settings.accounts() * settings.perDayAndAccount());
  }

  private static Optional<Duration> consume(Bucket bucket) {
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(1));
  }

  private Bucket of(String staffUserId) {
    return buckets.getProxy(APP + ":" + staffUserId, () -> member);
  }

  private Bucket of() {
    return buckets.getProxy(APP, () -> app);
  }

  private static Bandwidth half(int most, Duration window) {
    int half = most / 2;
    return Bandwidth.builder().capacity(half).refillGreedy(half, window).build();
  }

  private static Bandwidth perDay(long most, Instant midnight) {
    return Bandwidth.builder()
        .capacity(most)
        .refillIntervallyAligned(most, Duration.ofDays(1), midnight)
        .build();
  }

  private static TimeMeter meter(Clock clock) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return Math.multiplyExact(clock.millis(), 1_000_000L);
      }

      @Override
      public boolean isWallClockBased() {
        return true;
      }
    };
  }
}
