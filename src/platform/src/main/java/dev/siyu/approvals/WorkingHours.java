package dev.siyu.approvals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Predicate;

/** When people work: weekdays, without holidays, with the weekend days worked instead. */
public interface WorkingHours {

  /**
   * How long somebody is waited for.
   *
   * @param remindAt half of the time
   * @param answerBy all of it; who is above them is told then
   * @param giveUpAt it goes on without them
   */
  record Deadlines(Instant remindAt, Instant answerBy, Instant giveUpAt) {

    /** By the hour, not by a count: a repeated step does the same. */
    public Stage stage(Instant now) {
      if (now.isBefore(answerBy)) {
        return Stage.IN_TIME;
      }
      return now.isBefore(giveUpAt) ? Stage.LATE : Stage.OVER;
    }
  }

  /** What is done about who has not answered. */
  enum Stage {
    IN_TIME,
    LATE,
    OVER
  }

  /**
   * @param hours working hours to answer in
   * @param more working hours after that
   */
  default Deadlines deadlines(Instant start, int hours, int more) {
    var all = Duration.ofHours(hours);
    return new Deadlines(
        after(start, all.dividedBy(2)), after(start, all), after(start, all.plusHours(more)));
  }

  /** The moment when so much working time has passed. */
  Instant after(Instant start, Duration work);

  /**
   * Whether people work on a day, by the calendar the company keeps, which is read once.
   *
   * @param from no day before it is asked about
   */
  Predicate<LocalDate> workingDays(LocalDate from);
}
