package dev.siyu.groups;

import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.time.DueWork;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts the weekly SOP (社群周SOP) of every group in operation, once per group and week. */
@Component
class GroupWeeks implements DueWork {

  static final String STARTED = "group-week-started";

  private final WeekTable weeks;
  private final ChatTable chats;
  private final JourneyMessages journeys;
  private final GroupSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final ZoneId zone;

  GroupWeeks(
      WeekTable weeks,
      ChatTable chats,
      JourneyMessages journeys,
      GroupSettings settings,
      TransactionTemplate transactions,
      Clock clock,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.weeks = weeks;
    this.chats = chats;
    this.journeys = journeys;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public String name() {
    return "group-weeks";
  }

  /** A moment that passed longer ago than a week may begin late is left out: no double Mondays. */
  @Override
  public Optional<Instant> nextDue() {
    var now = clock.instant();
    if (!chats.isAnyOperated()) {
      return Optional.empty();
    }
    var monday =
        LocalDate.ofInstant(now, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    boolean late = now.isAfter(begins(monday).plus(settings.startWithin()));
    var week = late || weeks.waiting(monday).isEmpty() ? monday.plusWeeks(1) : monday;
    return Optional.of(begins(week));
  }

  @Override
  public void runDue(Instant now) {
    var monday =
        LocalDate.ofInstant(now, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var begins = begins(monday);
    if (now.isBefore(begins) || now.isAfter(begins.plus(settings.startWithin()))) {
      return;
    }
    weeks.waiting(monday).forEach(chatId -> begin(chatId, monday, now));
  }

  private Instant begins(LocalDate monday) {
    return monday.atTime(settings.weekStarts()).atZone(zone).toInstant();
  }

  private void begin(String chatId, LocalDate monday, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          if (!weeks.begin(chatId, monday, now)) {
            return;
          }
          chats.note(chatId, now, "WEEK_BEGAN", "siyu", monday.toString());
          var key = STARTED + ":" + chatId + ":" + monday;
          var facts = facts(chatId, monday, now);
          journeys.announce(List.of(new Announcement(key, STARTED, chatId, Duration.ZERO, facts)));
        });
  }

  private Map<String, Object> facts(String chatId, LocalDate monday, Instant now) {
    return Map.of(
        "groupId", chatId,
        "week", monday.toString(),
        "at", now.toString(),
        "began", own(chatId, monday));
  }

  /** Each group has its own moment within the spread, always the same. */
  private String own(String chatId, LocalDate monday) {
    long spread = settings.spread().toSeconds();
    long own = spread == 0 ? 0 : Math.floorMod(chatId.hashCode(), spread);
    return begins(monday).plusSeconds(own).toString();
  }
}
