package dev.siyu.attribution;

import dev.siyu.settings.Bounds;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Limits of attribution ({@code siyu.attribution.*}).
 *
 * @param askFrom orders of this many cents or more are shown to people before they become final,
 *     0..100,000,000,000; 0: never
 * @param batch customers whose orders are written to the book in one transaction, 1..2000
 * @param settleBatch orders that become final in one transaction, 1..20000
 */
@ConfigurationProperties("siyu.attribution")
record AttributionSettings(
    @DefaultValue("2000000") long askFrom,
    @DefaultValue("200") int batch,
    @DefaultValue("2000") int settleBatch) {

  AttributionSettings {
    Bounds.between("siyu.attribution.ask-from", askFrom, 0L, 100_000_000_000L);
    Bounds.between("siyu.attribution.batch", batch, 1, 2_000);
    Bounds.between("siyu.attribution.settle-batch", settleBatch, 1, 20_000);
  }

  /** Where months begin. */
  @ConfigurationProperties("siyu")
  record Basics(@Name("zone") @DefaultValue("Asia/Shanghai") ZoneId zone) {

    /** First moment after a month. */
    Instant end(YearMonth month) {
      return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }
  }
}
