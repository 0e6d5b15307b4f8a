package dev.siyu.channels;

import dev.siyu.accounts.Standing;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the next moment at which the rotation can come out differently by itself. */
final class NextLook {

  private final Instant now;
  private final ZonedDateTime local;
  private @Nullable Instant earliest;

  NextLook(Instant now, ZoneId zone) {
    this.now = now;
    this.local = now.atZone(zone);
  }

  /** Hours that begin or end; midnight when somebody is out for what is counted by the day. */
  void consider(List<Standing> team, RotationRules.Pick pick) {
    team.stream()
        .map(one -> one.account().hours())
        .filter(hours -> !hours.from().equals(hours.until()))
        .flatMap(hours -> Stream.of(hours.from(), hours.until()))
        .distinct()
        .forEach(time -> at(next(time)));
    if (Stream.of("capacity", "share", "health").anyMatch(pick::keptOut)
        || pick.alert().isPresent()) {
      at(next(LocalTime.MIN));
    }
  }

  /** A moment known from elsewhere; one that has passed counts as now. */
  void at(@Nullable Instant moment) {
    if (moment != null && (earliest == null || moment.isBefore(earliest))) {
      earliest = moment;
    }
  }

  @Nullable Instant earliest() {
    return earliest;
  }

  private Instant next(LocalTime time) {
    var today = local.with(time).toInstant();
    return today.isAfter(now) ? today : local.plusDays(1).with(time).toInstant();
  }
}
