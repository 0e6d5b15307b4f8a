package dev.siyu.approvals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows when people work: weekdays, without holidays, with the weekend days worked instead. */
@Component
class WorkingCalendar implements WorkingHours {

  private static final String DAYS = "SELECT day, works FROM working_day WHERE day >= :from";

  private record Day(LocalDate day, boolean works) {}

  private final JdbcClient jdbc;
  private final ApprovalSettings settings;
  private final ZoneId zone;

  WorkingCalendar(
      JdbcClient jdbc,
      ApprovalSettings settings,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.zone = zone;
  }

  @Override
  public Instant after(Instant start, Duration work) {
    var days = workingDays(start.atZone(zone).toLocalDate());
    return new WorkingTime(settings.workFrom(), settings.workUntil(), zone, days)
        .after(start, work);
  }

  @Override
  public Predicate<LocalDate> workingDays(LocalDate from) {
    var special = special(from);
    return day -> special.getOrDefault(day, isWeekday(day));
  }

  static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private Map<LocalDate, Boolean> special(LocalDate from) {
    return jdbc.sql(DAYS).param("from", from).query(Day.class).list().stream()
        .collect(Collectors.toMap(Day::day, Day::works));
  }
}
