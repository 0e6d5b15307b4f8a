package dev.siyu.embedded;

import dev.siyu.history.EngineMoments;
import dev.siyu.time.Quiet;
import dev.siyu.time.SiyuClock;

/**
 * When the broker rests. The exporter has stored its whole log, what it stored shows no job to take
 * and no timer due, and the log has not grown since: then only time or a new command can make it
 * move. After the log has grown a second look decides, because a command that follows from another
 * one may not be appended yet.
 */
class EngineRest implements Quiet {

  private final BrokerManagement management;
  private final EngineMoments moments;
  private final SiyuClock clock;
  private volatile BrokerManagement.Log log = BrokerManagement.Log.UNKNOWN;
  private volatile BrokerManagement.Log seen = BrokerManagement.Log.UNKNOWN;
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
  public boolean asksAnother() {
    return true;
  }

  /** The ends of all logs, added up; asks the broker. */
  @Override
  public long passed() {
    busyWith = "log";
    log = management.log();
    return log.end();
  }

  /** Judges what {@link #passed} has just read. */
  @Override
  public boolean isQuiet() {
    BrokerManagement.Log now = log;
    if (!now.allExported()) {
      busyWith = "export";
      return false;
    }
    boolean grown = !now.appended().equals(seen.appended());
    seen = now;
    if (moments.hasWork(clock.instant())) {
      busyWith = "jobs and timers";
      return false;
    }
    busyWith = "log";
    return !grown;
  }
}
