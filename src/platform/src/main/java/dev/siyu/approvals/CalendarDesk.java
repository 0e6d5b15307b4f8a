package dev.siyu.approvals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes the calendar and remembers who did. */
@Component
class CalendarDesk implements ApprovalCalendar {

  private static final Logger log = LoggerFactory.getLogger(CalendarDesk.class);
  private static final int MOST_DAYS = 366;
  private static final int LONGEST_NAME = 20;
  private static final int FIRST_YEAR = 2020;
  private static final int LAST_YEAR = 2100;

  private final CalendarTable table;
  private final TransactionTemplate transactions;
  private final Clock clock;

  CalendarDesk(CalendarTable table, TransactionTemplate transactions, Clock clock) {
    this.table = table;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public List<Day> year(int year) {
    return table.year(checked(year));
  }

  @Override
  public List<Change> changes(int year) {
    return table.changes(checked(year));
  }

  @Override
  public int change(List<Wish> days, String actor) {
    if (days.isEmpty() || days.size() > MOST_DAYS) {
      throw new DayRefused("days: %d (expected: 1 to %d)".formatted(days.size(), MOST_DAYS));
    }
    var seen = new HashSet<LocalDate>();
    for (var wish : days) {
      checked(wish.day().getYear());
      var name = wish.name().strip();
      if (wish.works() != null && (name.isEmpty() || name.length() > LONGEST_NAME)) {
        throw new DayRefused(
            "%s name: '%s' (expected: 1 to %d characters)"
                .formatted(wish.day(), name, LONGEST_NAME));
      }
      if (!seen.add(wish.day())) {
        throw new DayRefused(wish.day() + " (expected: each day once)");
      }
    }
    int changed =
        Objects.requireNonNull(
            transactions.execute(
                status -> {
                  table.lock();
                  return (int) days.stream().filter(wish -> changed(wish, actor)).count();
                }));
    log.info("{} changed {} days; deadlines from now on count with them", actor, changed);
    return changed;
  }

  private boolean changed(Wish wish, String actor) {
    var before = table.find(wish.day()).orElse(null);
    var after = after(wish);
    if (Objects.equals(before, after)) {
      return false;
    }
    table.put(wish.day(), after);
    table.note(wish.day(), before, after, actor, clock.instant());
    return true;
  }

  /** A day that is what its weekday says needs no entry. */
  private static @Nullable Day after(Wish wish) {
    var works = wish.works();
    return works == null || works == WorkingCalendar.isWeekday(wish.day())
        ? null
        : new Day(wish.day(), works, wish.name().strip());
  }

  private static int checked(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new DayRefused("year: %d (expected: %d to %d)".formatted(year, FIRST_YEAR, LAST_YEAR));
    }
    return year;
  }
}
