package dev.siyu.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingTimeTest {

  private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.parse("2026-10-01"));
  private static final Set<LocalDate> WORKED = Set.of(LocalDate.parse("2026-10-10"));
  private static final WorkingTime HOURS =
      new WorkingTime(
          LocalTime.of(9, 0),
          LocalTime.of(18, 0),
          ZoneId.of("Asia/Shanghai"),
          day ->
              WORKED.contains(day)
                  || (!HOLIDAYS.contains(day)
                      && day.getDayOfWeek() != DayOfWeek.SATURDAY
                      && day.getDayOfWeek() != DayOfWeek.SUNDAY));

  @Test
  void shouldCountWithinADay() {
    assertThat(after("2026-12-01T10:00:00+08:00", 3)).isEqualTo("2026-12-01T05:00:00Z");
  }

  @Test
  void shouldGoOnTheNextMorning() {
    assertThat(after("2026-12-01T17:00:00+08:00", 9)).isEqualTo("2026-12-02T09:00:00Z");
  }

  @Test
  void shouldLeaveOutWeekendsAndNights() {
    assertThat(after("2026-12-04T20:00:00+08:00", 9)).isEqualTo("2026-12-07T10:00:00Z");
  }

  @Test
  void shouldLeaveOutHolidaysAndWorkOnDaysWorkedInstead() {
    assertThat(after("2026-09-30T18:00:00+08:00", 9)).isEqualTo("2026-10-02T10:00:00Z");
    assertThat(after("2026-10-09T18:00:00+08:00", 9)).isEqualTo("2026-10-10T10:00:00Z");
  }

  private static Instant after(String start, int hours) {
    return HOURS.after(java.time.OffsetDateTime.parse(start).toInstant(), Duration.ofHours(hours));
  }
}
