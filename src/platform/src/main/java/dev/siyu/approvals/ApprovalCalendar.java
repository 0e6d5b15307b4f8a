package dev.siyu.approvals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days that are not what their weekday says: holidays, and weekend days worked instead (调休). */
public interface ApprovalCalendar {

  /** A day with its name, e.g. 国庆节. */
  record Day(LocalDate day, boolean works, String name) {}

  /**
   * A wish for a day.
   *
   * @param works null: as its weekday says
   * @param name 1 to 20 characters; ignored when {@code works} is null
   */
  record Wish(LocalDate day, @Nullable Boolean works, String name) {}

  /**
   * What was changed.
   *
   * @param before null: as its weekday says
   * @param after null: as its weekday says
   */
  record Change(
      LocalDate day, @Nullable Day before, @Nullable Day after, String actor, Instant at) {}

  /** Not possible; the message says value and expectation. */
  final class DayRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DayRefused(String why) {
      super(why);
    }

    public String code() {
      return "SIYU-8024";
    }
  }

  /** In their order. */
  List<Day> year(int year);

  /** Newest first, at most 500. */
  List<Change> changes(int year);

  /**
   * Changes days, together; deadlines that were set before stay. What is so already changes
   * nothing.
   *
   * @return how many days changed
   * @throws DayRefused no days, more than 366, outside 2020 to 2100, a day twice, name too long or
   *     missing
   */
  int change(List<Wish> days, String actor);
}
