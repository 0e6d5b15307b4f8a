package dev.siyu.closings;

import dev.siyu.approvals.WorkingHours;
import dev.siyu.attribution.Settlements;
import dev.siyu.time.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Begins to close each month some working hours after its end. */
@Component
class MonthEnds implements DueWork {

  private final ClosingTable table;
  private final Closings closings;
  private final Settlements settlements;
  private final WorkingHours hours;
  private final ClosingSettings settings;
  private final Clock clock;
  private final ZoneId zone;
  private final boolean automatic;

  MonthEnds(
      ClosingTable table,
      Closings closings,
      Settlements settlements,
      WorkingHours hours,
      ClosingSettings settings,
      Clock clock,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone,
      @Value("${siyu.mode:sample}") String mode) {
    this.table = table;
    this.closings = closings;
    this.settlements = settlements;
    this.hours = hours;
    this.settings = settings;
    this.clock = clock;
    this.zone = zone;
    var wanted = settings.automatic();
    this.automatic = wanted == null ? mode.equalsIgnoreCase("live") : wanted;
  }

  @Override
  public String name() {
    return "month-ends";
  }

  @Override
  public Optional<Instant> nextDue() {
    if (!automatic) {
      return Optional.empty();
    }
    var now = clock.instant();
    var last = last(now);
    var due = begin(last);
    boolean isDue = !due.isAfter(now);
    return Optional.of(isDue && !isLeft(last) ? begin(last.plusMonths(1)) : due);
  }

  @Override
  public void runDue(Instant now) {
    var last = last(now);
    if (automatic && !begin(last).isAfter(now) && isLeft(last)) {
      closings.open(last, "siyu");
    }
  }

  /** Not when people settle it by hand, nor before the shop's first month. */
  private boolean isLeft(YearMonth month) {
    return table.find(month).isEmpty() && settlements.isLeft(month);
  }

  private YearMonth last(Instant now) {
    return YearMonth.from(now.atZone(zone)).minusMonths(1);
  }

  private Instant begin(YearMonth month) {
    var end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    return hours.after(end, Duration.ofHours(settings.beginHours()));
  }
}
