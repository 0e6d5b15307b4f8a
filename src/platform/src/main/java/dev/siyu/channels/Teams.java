package dev.siyu.channels;

import dev.siyu.accounts.Standing;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which accounts a code may have, and who of them should serve at a moment. */
final class Teams {

  /** Null or empty: all accounts. */
  static List<Standing> of(@Nullable List<String> team, List<Standing> all) {
    return team == null || team.isEmpty()
        ? all
        : all.stream().filter(one -> team.contains(one.account().userId())).toList();
  }

  static RotationRules.Pick pick(
      List<Standing> team, Instant now, ZoneId zone, LiveCodeSettings settings) {
    return RotationRules.pick(
        team, LocalTime.ofInstant(now, zone), settings.shareSlack(), settings.users());
  }

  private Teams() {}
}
