package dev.siyu.entries;

import dev.siyu.time.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Closes runs that ended, so that entries are not asked about them. */
@Component
class EndedRuns implements DueWork {

  private static final Duration EVERY = Duration.ofMinutes(10);

  private final RunTable table;
  private final WatchedMessages watched;
  private final Clock clock;
  private volatile Instant next;

  EndedRuns(RunTable table, WatchedMessages watched, Clock clock) {
    this.table = table;
    this.watched = watched;
    this.clock = clock;
    this.next = clock.instant();
  }

  @Override
  public String name() {
    return "ended-runs";
  }

  @Override
  public Optional<Instant> nextDue() {
    return table.isAnyOpen() ? Optional.of(next) : Optional.empty();
  }

  @Override
  public void runDue(Instant now) {
    next = clock.instant().plus(EVERY);
    if (table.close() > 0) {
      watched.forget();
    }
  }
}
