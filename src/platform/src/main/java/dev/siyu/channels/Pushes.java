package dev.siyu.channels;

import dev.siyu.accounts.Standing;
import dev.siyu.wecom.ContactWays;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Changes who stands behind a code at WeCom, only when it differs and not too often. */
@Component
class Pushes {

  private static final Logger log = LoggerFactory.getLogger(Pushes.class);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** A set WeCom did not take, and when to try again; {@code again} null: when the set differs. */
  private record Refused(List<String> behind, @Nullable Instant again) {}

  private final LiveCodeTable table;
  private final ContactWays ways;
  private final LiveCodeSettings settings;
  private final Map<String, Refused> refused = new ConcurrentHashMap<>();
  private Instant minute = Instant.EPOCH;
  private int inMinute;

  Pushes(LiveCodeTable table, ContactWays ways, LiveCodeSettings settings) {
    this.table = table;
    this.ways = ways;
    this.settings = settings;
  }

  /** Answers when to come back to this code; null when it is as it should be. */
  @Nullable Instant push(
      LiveCodeTable.Row row, RotationRules.Pick pick, List<Standing> standings, Instant now) {
    if (pick.behind().isEmpty()
        || new HashSet<>(row.staff()).equals(new HashSet<>(pick.behind()))) {
      refused.remove(row.state());
      return null;
    }
    var known = refused.get(row.state());
    if (known != null && known.behind().equals(pick.behind())) {
      if (known.again() == null || known.again().isAfter(now)) {
        return known.again();
      }
    } else if (row.pushedAt() != null && !isUrgent(row, standings)) {
      var allowed = row.pushedAt().plus(settings.pushInterval());
      if (allowed.isAfter(now)) {
        return allowed;
      }
    }
    return isFull(now) ? minute.plus(MINUTE) : pushed(row, pick.behind(), now);
  }

  /** Forgets what WeCom refused: a person says it is worth another try. */
  void tryAgain(String state) {
    refused.remove(state);
  }

  private @Nullable Instant pushed(LiveCodeTable.Row row, List<String> behind, Instant now) {
    var configId = row.configId();
    if (configId == null) {
      return null;
    }
    var ending = PushEnding.of(ways.update(configId, row.way(behind)));
    if (ending.note() == null) {
      table.pushed(row.state(), behind, now);
      refused.remove(row.state());
      log.info("Behind the live code of {} are now {}", row.state(), behind);
      return null;
    }
    var pause = ending.again();
    var again = pause == null ? null : now.plus(later(pause));
    refused.put(row.state(), new Refused(behind, again));
    table.notPushed(row.state(), ending.note(), now);
    log.warn(
        "SIYU-3117 WeCom did not change the live code of {}: {}; {}",
        row.state(),
        ending.note(),
        again == null ? "a person has to look" : "tried again at " + again);
    return again;
  }

  private Duration later(Duration asked) {
    return asked.compareTo(settings.pushInterval()) < 0 ? settings.pushInterval() : asked;
  }

  /** Somebody behind the code may not serve any more: that does not wait for the interval. */
  private static boolean isUrgent(LiveCodeTable.Row row, List<Standing> standings) {
    return row.staff().stream()
        .anyMatch(
            userId ->
                standings.stream()
                    .filter(one -> one.account().userId().equals(userId))
                    .noneMatch(one -> one.account().status().serves()));
  }

  private boolean isFull(Instant now) {
    if (!now.isBefore(minute.plus(MINUTE))) {
      minute = now;
      inMinute = 0;
    }
    return ++inMinute > settings.pushesPerMinute();
  }
}
