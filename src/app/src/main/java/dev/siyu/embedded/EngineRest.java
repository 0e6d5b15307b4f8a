package dev.siyu.embedded;

import dev.siyu.history.EngineMoments;
import dev.siyu.time.Quiet;
import dev.siyu.time.SiyuClock;

/**
 * When the broker rests. Between two looks at the end of its log nothing was appended, the exporter
 * has stored all of it, and what it stored shows no job to take and no timer due: then only time or
 * a new command can make it move.
 */
class EngineRest implements Quiet {

  private final BrokerManagement management;
  private final EngineMoments moments;
  private final SiyuClock clock;
  private volatile String busyWith = "";

  EngineRest(BrokerManagement management, EngineMoments moments, SiyuClock clock) {
    this.management = management;
    this.moments = moments;
    this.clock = clock;
  }

  /** Says also what it was busy with at the last look. */
  @Override
  public String name() {
    return "engine " + busyWith;
  }

  @Override
  public boolean isQuiet() {
    BrokerManagement.Log before = management.log();
    if (!before.allExported()) {
      busyWith = "export";
      return false;
    }
    if (moments.hasWork(clock.instant())) {
      busyWith = "jobs and timers";
      return false;
    }
    busyWith = "log";
    return management.log().appended().equals(before.appended());
  }
}
