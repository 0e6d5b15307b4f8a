package dev.siyu.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The broker's settings, one flat name per line; what each is for stands beside it. */
record BrokerConfig(EmbeddedSettings settings, String jdbcUrl, String user, String password) {

  String yaml(Path exporter, long incarnation) {
    Map<String, Object> all = new TreeMap<>(network());
    all.putAll(data());
    all.putAll(management());
    if (settings.engine().exporter() && Files.exists(exporter)) {
      all.putAll(exporter(exporter.toString(), incarnation));
    }
    StringBuilder text = new StringBuilder();
    all.forEach((name, value) -> text.append(name).append(": ").append(quoted(value)).append('\n'));
    return text.toString();
  }

  private static String quoted(Object value) {
    return "'" + value.toString().replace("'", "''") + "'";
  }

  private Map<String, Object> network() {
    var engine = settings.engine();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("server.address", "127.0.0.1");
    all.put("server.port", engine.restPort());
    all.put("server.shutdown", "immediate");
    all.put("zeebe.broker.network.host", "127.0.0.1");
    all.put("zeebe.broker.network.commandApi.port", engine.commandPort());
    all.put("zeebe.broker.network.internalApi.port", engine.internalPort());
    all.put("zeebe.broker.gateway.enable", true);
    all.put("zeebe.broker.gateway.network.host", "127.0.0.1");
    all.put("zeebe.broker.gateway.network.port", engine.grpcPort());
    all.put("zeebe.broker.gateway.longPolling.enabled", true);
    return all;
  }

  private Map<String, Object> data() {
    var engine = settings.engine();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("zeebe.broker.cluster.partitionsCount", engine.partitions());
    all.put("zeebe.broker.cluster.raft.flush.enabled", settings.postgres().durable());
    all.put("zeebe.broker.cluster.raft.flush.delayTime", engine.flushDelay());
    all.put("zeebe.broker.data.directory", settings.data().resolve("engine/data"));
    all.put("zeebe.broker.data.logSegmentSize", engine.logSegment().toMegabytes() + "MB");
    all.put("zeebe.broker.data.snapshotPeriod", engine.snapshotPeriod());
    // below these the broker rejects; the app refuses to start well above them
    all.put("zeebe.broker.data.disk.freeSpace.processing", "1GB");
    all.put("zeebe.broker.data.disk.freeSpace.replication", "512MB");
    all.put("zeebe.broker.experimental.rocksdb.memoryLimit", engine.rocksdb().toMegabytes() + "MB");
    // our client bounds what is in flight; the built-in limit collapses under a burst
    all.put("zeebe.broker.backpressure.enabled", false);
    if (settings.sample()) {
      // The actors' timer wheel turns one of 32 slots per wake-up once the clock has jumped: with
      // the default park of 20 ms each timer would be up to 640 ms late, at every step of a replay.
      all.put("zeebe.actor.idle.maxParkPeriod", "500us");
    }
    all.put("zeebe.broker.threads.cpuThreadCount", 2);
    all.put("zeebe.broker.threads.ioThreadCount", 2);
    return all;
  }

  private Map<String, Object> management() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("management.server.address", "127.0.0.1");
    all.put("management.server.port", settings.engine().managementPort());
    all.put("management.endpoint.partitions.enabled", true);
    all.put("management.endpoint.exporting.enabled", true);
    all.put("zeebe.clock.controlled", settings.sample());
    all.put("management.endpoint.clock.enabled", settings.sample());
    return all;
  }

  private Map<String, Object> exporter(String jar, long incarnation) {
    String at = "zeebe.broker.exporters.siyu-history.";
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(at + "className", "dev.siyu.history.exporter.HistoryExporter");
    all.put(at + "jarPath", jar);
    all.put(at + "args.url", jdbcUrl);
    all.put(at + "args.user", user);
    all.put(at + "args.password", password);
    all.put(at + "args.seesAll", settings.sample());
    all.put(at + "args.incarnation", incarnation);
    all.put(at + "args.flushInterval", settings.engine().exporterFlush());
    if (settings.sample()) {
      // whoever moves the clock waits at every step until all is exported
      all.put(at + "args.flushPause", "PT0.005S");
    }
    return all;
  }
}
