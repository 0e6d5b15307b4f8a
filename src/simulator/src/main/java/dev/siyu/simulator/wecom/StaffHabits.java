package dev.siyu.simulator.wecom;

import dev.siyu.simulator.http.Hashes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How staff members confirm mass-send tasks without anybody's doing; the same task always the same
 * way.
 *
 * @param confirmAfter how long it takes at least; null: only on their page
 * @param spread how much longer it takes at most, by hash
 * @param percent of tasks confirmed without being asked again, 0..100, by hash
 * @param remindedPercent of the others confirmed {@code confirmAfter} after a reminder, 0..100
 */
public record StaffHabits(
    @Nullable Duration confirmAfter, Duration spread, int percent, int remindedPercent) {

  /** When the member confirms; null: never by themselves. */
  @Nullable Instant confirmsAt(StaffTask task, @Nullable Instant remindedAt) {
    if (confirmAfter == null || !task.open()) {
      return null;
    }
    long hash = hash(task);
    Duration takes = confirmAfter.plusMillis(hash / 10_000 % (spread.toMillis() + 1));
    if (hash % 100 < percent) {
      return task.createdAt().plus(takes);
    }
    return remindedAt != null && hash / 100 % 100 < remindedPercent ? remindedAt.plus(takes) : null;
  }

  /** Not over the msgid, which is random: a run that is repeated meets the same staff. */
  private static long hash(StaffTask task) {
    String what =
        task.staffUserId()
            + task.externalUserIds()
            + task.text()
            + task.createdAt().getEpochSecond();
    String hex = Hashes.of(what);
    return Long.parseUnsignedLong(hex.substring(0, 15), 16);
  }
}
