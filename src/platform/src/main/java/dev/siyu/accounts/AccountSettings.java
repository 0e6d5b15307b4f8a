package dev.siyu.accounts;

import dev.siyu.settings.Bounds;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much an account may take and when it is in trouble ({@code siyu.accounts.*}). The numbers are
 * the business's, not WeCom's: WeCom publishes none.
 *
 * @param warmUp days since opening -> adds a day from that day on; has day 0
 * @param warmDays age from which only the account's own capacity counts, 1..365 days
 * @param nearLimitPercent of today's limit that is near it, 1..100
 * @param complaintsCareful complaints in a week, 1..1000
 * @param complaintsBad complaints in a week that take it out of the codes
 * @param lossLeastAdds adds in a week below which losses say nothing, 1..10000
 * @param lossCarefulPercent customers who deleted the account against adds of a week, 1..100
 * @param lossBadPercent as above, takes it out of the codes
 * @param banMemoryDays how long a ban is remembered, 0..365 days
 */
@ConfigurationProperties("siyu.accounts")
record AccountSettings(
    @Nullable Map<Integer, Integer> warmUp,
    @DefaultValue("30") int warmDays,
    @DefaultValue("80") int nearLimitPercent,
    @DefaultValue("1") int complaintsCareful,
    @DefaultValue("3") int complaintsBad,
    @DefaultValue("20") int lossLeastAdds,
    @DefaultValue("20") int lossCarefulPercent,
    @DefaultValue("40") int lossBadPercent,
    @DefaultValue("30") int banMemoryDays) {

  private static final Map<Integer, Integer> WARM_UP = Map.of(0, 10, 3, 20, 7, 50, 14, 100);

  AccountSettings {
    warmUp = warmUp == null || warmUp.isEmpty() ? WARM_UP : Map.copyOf(warmUp);
    Bounds.between("siyu.accounts.warm-days", warmDays, 1, 365);
    Bounds.between("siyu.accounts.near-limit-percent", nearLimitPercent, 1, 100);
    Bounds.between("siyu.accounts.complaints-careful", complaintsCareful, 1, 1_000);
    Bounds.between("siyu.accounts.complaints-bad", complaintsBad, complaintsCareful, 1_000);
    Bounds.between("siyu.accounts.loss-least-adds", lossLeastAdds, 1, 10_000);
    Bounds.between("siyu.accounts.loss-careful-percent", lossCarefulPercent, 1, 100);
    Bounds.between("siyu.accounts.loss-bad-percent", lossBadPercent, lossCarefulPercent, 100);
    Bounds.between("siyu.accounts.ban-memory-days", banMemoryDays, 0, 365);
    if (!warmUp.containsKey(0)) {
      throw new IllegalArgumentException(
          "siyu.accounts.warm-up: " + warmUp + " (expected: an entry for day 0)");
    }
    warmUp.forEach(
        (day, adds) -> {
          Bounds.between("siyu.accounts.warm-up (day)", day, 0, 365);
          Bounds.between("siyu.accounts.warm-up[" + day + "]", adds, 1, 10_000);
        });
  }

  /** Adds an account of this age may take a day. */
  int limit(long ageDays, int dailyCapacity) {
    if (ageDays >= warmDays) {
      return dailyCapacity;
    }
    var step = new TreeMap<>(warmUp).floorEntry((int) Math.max(0, ageDays));
    return Math.min(dailyCapacity, step.getValue());
  }

  static AccountSettings usual() {
    return new AccountSettings(null, 30, 80, 1, 3, 20, 20, 40, 30);
  }
}
