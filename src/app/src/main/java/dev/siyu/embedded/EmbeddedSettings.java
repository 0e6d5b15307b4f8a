package dev.siyu.embedded;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What runs beside the app. Read before the context exists, prefix {@code siyu}.
 *
 * @param home the installation's root; relative paths start here
 * @param data everything that must survive a restart
 * @param minFreeDisk refuses to start below (the broker rejects everything below 2 GB)
 */
record EmbeddedSettings(
    @DefaultValue("sample") Mode mode,
    @DefaultValue(".") Path home,
    @DefaultValue("data") Path data,
    @DefaultValue("2500MB") DataSize minFreeDisk,
    @DefaultValue Engine engine,
    @DefaultValue Postgres postgres,
    @DefaultValue Simulator simulator) {

  enum Mode {
    SAMPLE,
    LIVE
  }

  /** Who runs the broker. */
  enum Run {
    EMBEDDED,
    EXTERNAL
  }

  /**
   * The Zeebe broker; all ports on loopback.
   *
   * @param partitions fixed for the life of the data directory (1 to 8)
   * @param flushDelay how long a commit may wait for the disk; lost only when the machine loses
   *     power
   * @param exporter false only to measure the engine alone: then there is no history, and a message
   *     with an unclear answer is never settled
   */
  record Engine(
      @DefaultValue("embedded") Run mode,
      @DefaultValue("26500") int grpcPort,
      @DefaultValue("26501") int commandPort,
      @DefaultValue("26502") int internalPort,
      @DefaultValue("26580") int restPort,
      @DefaultValue("26600") int managementPort,
      @DefaultValue("2") int partitions,
      @DefaultValue("1024MB") DataSize heap,
      @DefaultValue("128MB") DataSize rocksdb,
      @DefaultValue("32MB") DataSize logSegment,
      @DefaultValue("10ms") Duration flushDelay,
      @DefaultValue("5m") Duration snapshotPeriod,
      @DefaultValue("100ms") Duration exporterFlush,
      @DefaultValue("true") boolean exporter,
      @Nullable String managementAddress) {

    Engine {
      if (partitions < 1 || partitions > 8) {
        throw new IllegalArgumentException(
            "siyu.engine.partitions: " + partitions + " (expected: 1 to 8)");
      }
    }
  }

  /**
   * The embedded PostgreSQL; not started when spring.datasource.url is given.
   *
   * @param durable false: nothing is forced to the disk, neither here nor by the broker; only for
   *     what is thrown away (a rehearsal)
   */
  record Postgres(
      @DefaultValue("15432") int port,
      @DefaultValue("256MB") DataSize sharedBuffers,
      @DefaultValue("120") int maxConnections,
      @DefaultValue("true") boolean durable) {}

  /**
   * WeCom and mall simulators, sample mode only.
   *
   * @param staffConfirm how staff answer mass sends: {@code auto:PT5M} or {@code manual}
   * @param willingPercent of customers who accept an invitation to the core circle, 0..100
   */
  record Simulator(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("8090") int port,
      @DefaultValue("auto:PT5M") String staffConfirm,
      @DefaultValue("60") int willingPercent) {}

  EmbeddedSettings {
    home = home.toAbsolutePath().normalize();
    data = home.resolve(data).normalize();
  }

  Path run() {
    return data.resolve("run");
  }

  boolean sample() {
    return mode == Mode.SAMPLE;
  }

  boolean engineHere() {
    return engine.mode() == Run.EMBEDDED;
  }

  boolean simulatorHere() {
    return sample() && simulator.enabled();
  }

  String management() {
    String given = engine.managementAddress();
    return given == null || given.isBlank() ? "http://127.0.0.1:" + engine.managementPort() : given;
  }
}
