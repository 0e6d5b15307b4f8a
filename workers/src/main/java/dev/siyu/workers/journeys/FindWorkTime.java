package dev.siyu.workers.journeys;

import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds when it is a time of day next where the customer lives. */
@Component
@JourneyStep(
    name = "算出下一个工作时刻",
    nameEn = "Find the next working time",
    help = "按客户所在时区，算出下一个工作日（周一到周五）的几点，写入 workTime；随后等到 =date and time(workTime)",
    color = "#5b6b7d")
final class FindWorkTime implements JobWork<FindWorkTime.Input> {

  record Input(
      String customerId,
      @Header(label = "几点", labelEn = "Time of day", help = "例如 09:00", defaultValue = "09:00")
          String time,
      @Header(
              label = "哪些天",
              labelEn = "Which days",
              choices = {"workdays", "every-day"},
              defaultValue = "workdays")
          String days) {}

  private final Customers customers;
  private final ZoneId company;

  FindWorkTime(Customers customers, java.time.Clock clock) {
    this.customers = customers;
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
    var zone = customers.find(new CustomerId(in.customerId())).map(Customer::zone).orElse(company);
    var next = next(job.now(), zone, LocalTime.parse(in.time()), in.days().equals("workdays"));
    return new JobOutcome.Done(Map.of("workTime", next.toString()));
  }

  /** The next such moment, {@code now} itself included. */
  static Instant next(Instant now, ZoneId zone, LocalTime time, boolean workdaysOnly) {
    var day = now.atZone(zone).toLocalDate();
    var moment = ZonedDateTime.of(day, time, zone);
    while (moment.toInstant().isBefore(now) || (workdaysOnly && isWeekend(moment))) {
      day = day.plusDays(1);
      moment = ZonedDateTime.of(day, time, zone);
    }
    return moment.toInstant();
  }

  private static boolean isWeekend(ZonedDateTime moment) {
    return moment.getDayOfWeek() == DayOfWeek.SATURDAY || moment.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
