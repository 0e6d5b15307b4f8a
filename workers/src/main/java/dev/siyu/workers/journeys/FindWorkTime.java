package dev.siyu.workers.journeys;

import dev.siyu.approvals.WorkingHours;
import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds when it is a time of day next where the customer lives. */
@Component
@JourneyStep(
    name = "算出下一个工作时刻",
    nameEn = "Find the next working time",
    help = "按客户所在时区和公司的工作日历，算出下一个工作日的几点，写入 workTime；随后等到 =date and time(workTime)",
    color = "#5b6b7d")
final class FindWorkTime implements JobWork<FindWorkTime.Input> {

  private static final String TIME = "([01]?\\d|2[0-3]):[0-5]\\d";
  private static final DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("H:mm");
  private static final int FARTHEST_DAYS = 400;

  record Input(
      String customerId,
      @Header(
              label = "几点",
              labelEn = "Time of day",
              help = "0:00 到 23:59，例如 9:00",
              pattern = TIME,
              defaultValue = "09:00")
          String time,
      @Header(
              label = "哪些天",
              labelEn = "Which days",
              choices = {"workdays", "every-day"},
              defaultValue = "workdays")
          String days) {}

  private final Customers customers;
  private final WorkingHours hours;
  private final ZoneId company;

  FindWorkTime(Customers customers, WorkingHours hours, java.time.Clock clock) {
    this.customers = customers;
    this.hours = hours;
    this.company = clock.getZone();
  }

  @Override
  public String type() {
    return "find-work-time";
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var time = time(in.time()).orElse(null);
    if (time == null) {
      return new JobOutcome.NeedsPerson(
          "SIYU-3682", "time: " + in.time() + " (expected: 0:00 to 23:59, such as 9:00)");
    }
    var zone = customers.find(new CustomerId(in.customerId())).map(Customer::zone).orElse(company);
    var today = job.now().atZone(zone).toLocalDate();
    Predicate<LocalDate> works =
        in.days().equals("workdays") ? hours.workingDays(today) : day -> true;
    return next(job.now(), zone, time, works)
        .<JobOutcome>map(next -> new JobOutcome.Done(Map.of("workTime", next.toString())))
        .orElseGet(() -> new JobOutcome.NeedsPerson("SIYU-3683", "no working day within 400 days"));
  }

  /** {@code 9:00} and {@code 09:00} are the same; empty for everything else. */
  static Optional<LocalTime> time(String text) {
    return Optional.of(text)
        .filter(given -> given.matches(TIME))
        .map(given -> LocalTime.parse(given, HOUR_AND_MINUTE));
  }

  /** The next such moment within 400 days, {@code now} itself included. */
  static Optional<Instant> next(
      Instant now, ZoneId zone, LocalTime time, Predicate<LocalDate> works) {
    var today = now.atZone(zone).toLocalDate();
    return today
        .datesUntil(today.plusDays(FARTHEST_DAYS))
        .filter(day -> !ZonedDateTime.of(day, time, zone).toInstant().isBefore(now))
        .filter(works)
        .map(day -> ZonedDateTime.of(day, time, zone).toInstant())
        .findFirst();
  }
}
