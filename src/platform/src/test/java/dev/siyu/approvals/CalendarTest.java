package dev.siyu.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.approvals.ApprovalCalendar.Day;
import dev.siyu.approvals.ApprovalCalendar.DayRefused;
import dev.siyu.approvals.ApprovalCalendar.Wish;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CalendarTest {

  private static final LocalDate WEDNESDAY = LocalDate.parse("2026-12-02");
  private static final LocalDate SATURDAY = LocalDate.parse("2026-12-05");

  private ApprovalRig rig;
  private ApprovalCalendar calendar;

  @BeforeEach
  void open() {
    rig = new ApprovalRig();
    calendar = rig.get(ApprovalCalendar.class);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void shouldCountDeadlinesWithTheChangedDays() {
    // given
    var evening = Instant.parse("2026-12-01T10:00:00Z"); // Tuesday 18:00 in Shanghai
    var before = rig.get(WorkingCalendar.class).after(evening, Duration.ofHours(9));

    // when
    calendar.change(List.of(new Wish(WEDNESDAY, false, "公司活动")), "boss");

    // then
    assertThat(before).isEqualTo("2026-12-02T10:00:00Z");
    assertThat(rig.get(WorkingCalendar.class).after(evening, Duration.ofHours(9)))
        .isEqualTo("2026-12-03T10:00:00Z");
    assertThat(rig.get(WorkingCalendar.class).workingDays(WEDNESDAY))
        .rejects(WEDNESDAY, SATURDAY)
        .accepts(WEDNESDAY.plusDays(1));
  }

  @Test
  void shouldRememberWhoChangedWhat() {
    // when
    calendar.change(
        List.of(new Wish(WEDNESDAY, false, "公司活动"), new Wish(SATURDAY, true, "调休")), "boss");
    rig.rooms.pass(Duration.ofMinutes(1));
    int same = calendar.change(List.of(new Wish(SATURDAY, true, "调休")), "admin");
    calendar.change(List.of(new Wish(WEDNESDAY, null, "")), "admin");

    // then
    assertThat(same).as("what is so already").isZero();
    assertThat(calendar.year(2026)).contains(new Day(SATURDAY, true, "调休"));
    assertThat(calendar.year(2026)).extracting(Day::day).doesNotContain(WEDNESDAY);
    assertThat(calendar.changes(2026))
        .extracting(change -> change.actor() + " " + change.day() + " " + change.after())
        .containsExactly(
            "admin 2026-12-02 null",
            "boss 2026-12-05 " + new Day(SATURDAY, true, "调休"),
            "boss 2026-12-02 " + new Day(WEDNESDAY, false, "公司活动"));
  }

  @Test
  void shouldKeepNoEntryForADayThatIsWhatItsWeekdaySays() {
    calendar.change(List.of(new Wish(WEDNESDAY, true, "照常")), "boss");
    assertThat(calendar.year(2026)).extracting(Day::day).doesNotContain(WEDNESDAY);
  }

  @Test
  void shouldRefuseWhatCannotBeMeantAndChangeNothing() {
    var good = new Wish(WEDNESDAY, false, "公司活动");
    for (var wrong :
        List.of(
            List.<Wish>of(),
            List.of(good, good),
            List.of(good, new Wish(SATURDAY, true, " ")),
            List.of(good, new Wish(SATURDAY, true, "长".repeat(21))),
            List.of(good, new Wish(LocalDate.parse("1999-01-01"), false, "旧")))) {
      assertThatThrownBy(() -> calendar.change(wrong, "boss")).isInstanceOf(DayRefused.class);
    }
    assertThat(calendar.changes(2026)).isEmpty();
  }
}
