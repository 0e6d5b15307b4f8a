package dev.siyu.bench;

import java.time.Duration;
import java.util.stream.Stream;

/** CPU time of this JVM, of PostgreSQL with its sessions, and of the broker, per journey. */
final class CpuTime {

  private final long database;
  private final long broker;
  private double ownBefore;
  private double databaseBefore;
  private double brokerBefore;

  /**
   * @param broker pid, or -1 without one
   */
  CpuTime(long database, long broker) {
    this.database = database;
    this.broker = broker;
  }

  void restart() {
    ownBefore = seconds(ProcessHandle.current().pid());
    databaseBefore = seconds(database);
    brokerBefore = seconds(broker);
  }

  /** Milliseconds of CPU for each journey since {@link #restart()}. */
  void tell(int journeys) {
    tell("cpu-own", ProcessHandle.current().pid(), ownBefore, journeys);
    tell("cpu-database", database, databaseBefore, journeys);
    tell("cpu-broker", broker, brokerBefore, journeys);
  }

  private static void tell(String name, long pid, double before, int journeys) {
    Results.tell(name, (seconds(pid) - before) * 1000 / journeys);
  }

  /** PostgreSQL works in children of its first process; sessions that ended are not counted. */
  private static double seconds(long pid) {
    return ProcessHandle.of(pid).stream()
            .flatMap(
                first ->
                    pid == ProcessHandle.current().pid()
                        ? Stream.of(first)
                        : Stream.concat(Stream.of(first), first.descendants()))
            .flatMap(process -> process.info().totalCpuDuration().stream())
            .mapToLong(Duration::toMillis)
            .sum()
        / 1000.0;
  }
}
