package dev.siyu.workers.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.approvals.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindWorkTimeTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final Instant FRIDAY_EVENING = Instant.parse("2026-12-04T12:00:00Z");

  private static final Predicate<LocalDate> WEEK = day -> day.getDayOfWeek().getValue() <= 5;

  /** The Sunday is worked, the Monday is not (调休). */
  private static final WorkingHours CALENDAR =
      new WorkingHours() {
        @Override
        public Instant after(Instant start, Duration work) {
          return start.plus(work);
        }

        @Override
        public Predicate<LocalDate> workingDays(LocalDate from) {
          return day ->
              switch (day.toString()) {
                case "2026-12-06" -> true;
                case "2026-12-07" -> false;
                default -> WEEK.test(day);
              };
        }
      };

  @Test
  void shouldFindNineOClockOfTheNextWorkingDayWhereTheCustomerLives() {
    assertThat(FindWorkTime.next(FRIDAY_EVENING, SHANGHAI, NINE, WEEK))
        .contains(Instant.parse("2026-12-07T01:00:00Z"));
    assertThat(FindWorkTime.next(FRIDAY_EVENING, SHANGHAI, NINE, day -> true))
        .contains(Instant.parse("2026-12-05T01:00:00Z"));
    assertThat(FindWorkTime.next(FRIDAY_EVENING, ZoneId.of("America/New_York"), NINE, WEEK))
        .as("it is 7 a.m. there")
        .contains(Instant.parse("2026-12-04T14:00:00Z"));
    assertThat(FindWorkTime.next(Instant.parse("2026-12-07T01:00:00Z"), SHANGHAI, NINE, WEEK))
        .as("now is such a moment")
        .contains(Instant.parse("2026-12-07T01:00:00Z"));
  }

  @Test
  void shouldKeepToTheWorkingCalendar() {
    // given
    var days = CALENDAR.workingDays(LocalDate.of(2026, 12, 4));

    // then
    assertThat(FindWorkTime.next(FRIDAY_EVENING, SHANGHAI, NINE, days))
        .as("the Sunday is worked instead of the Monday")
        .contains(Instant.parse("2026-12-06T01:00:00Z"));
    assertThat(FindWorkTime.next(Instant.parse("2026-12-06T02:00:00Z"), SHANGHAI, NINE, days))
        .as("on Sunday after nine, the Monday is free")
        .contains(Instant.parse("2026-12-08T01:00:00Z"));
    assertThat(FindWorkTime.next(FRIDAY_EVENING, SHANGHAI, NINE, day -> false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9:00", "09:00"})
  void shouldReadATimeWithAndWithoutTheZero(String text) {
    assertThat(FindWorkTime.time(text)).contains(NINE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "9:0", "24:00", "9:60", "九点", "09:00:00", " 9:00", ""})
  void shouldReadNothingElseAsATime(String text) {
    assertThat(FindWorkTime.time(text)).isEmpty();
  }
}
