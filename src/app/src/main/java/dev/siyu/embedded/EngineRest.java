package dev.siyu.embedded;

import dev.siyu.history.EngineMoments;
import dev.siyu.time.DueWork;
import dev.siyu.time.Quiet;
import dev.siyu.time.SiyuClock;
import java.time.Instant;
import java.util.Optional;

/**
 * When the broker rests. Between two looks at the end of its log nothing was appended, the exporter
 * has stored all of it, and what it stored shows no job to take and no timer due: then only time or
 * a new command can make it move.
 */
class EngineRest implements Quiet, DueWork {

  private final BrokerManagement management;
  private final EngineMoments moments;
  private final SiyuClock clock;

  EngineRest(BrokerManagement management, EngineMoments moments, SiyuClock clock) {
    this.management = management;
    this.moments = moments;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public boolean isQuiet() {
    BrokerManagement.Log before = management.log();
    return before.allExported()
        && !moments.hasWork(clock.instant())
        && management.log().appended().equals(before.appended());
  }

  /** The next timer or job back-off; the broker itself does what is due. */
  @Override
  public Optional<Instant> nextDue() {
    return moments.nextDue().filter(at -> at.isAfter(clock.instant()));
  }

  @Override
  public void runDue(Instant now) {}
}
