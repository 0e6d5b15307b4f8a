package dev.siyu.closings;

import dev.siyu.settings.Bounds;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How months are closed ({@code siyu.closings.*}).
 *
 * @param automatic whether a month that is over begins to be closed by itself; unset: in live mode
 * @param beginHours working hours after the end of the month until it begins, 1 to 100
 * @param checkHours working hours between two looks at what is open, 1 to 100
 * @param bookWait working time until another look when only the book is behind, PT1M to PT9H
 * @param patienceHours working hours that open orders and disputes are waited for, 0 to 200
 * @param confirmHours working hours departments have to confirm, 2 to 200
 * @param escalateHours working hours more after the boss was told, 1 to 200
 * @param messageWait how long a message waits for the journey, PT1M to P7D
 */
@ConfigurationProperties("siyu.closings")
record ClosingSettings(
    @Nullable Boolean automatic,
    @DefaultValue("2") int beginHours,
    @DefaultValue("9") int checkHours,
    @DefaultValue("PT10M") Duration bookWait,
    @DefaultValue("27") int patienceHours,
    @DefaultValue("27") int confirmHours,
    @DefaultValue("9") int escalateHours,
    @DefaultValue("PT1H") Duration messageWait) {

  ClosingSettings {
    Bounds.between("siyu.closings.begin-hours", beginHours, 1, 100);
    Bounds.between("siyu.closings.check-hours", checkHours, 1, 100);
    Bounds.between("siyu.closings.book-wait", bookWait, Duration.ofMinutes(1), Duration.ofHours(9));
    Bounds.between("siyu.closings.patience-hours", patienceHours, 0, 200);
    Bounds.between("siyu.closings.confirm-hours", confirmHours, 2, 200);
    Bounds.between("siyu.closings.escalate-hours", escalateHours, 1, 200);
    Bounds.between(
        "siyu.closings.message-wait", messageWait, Duration.ofMinutes(1), Duration.ofDays(7));
  }
}
