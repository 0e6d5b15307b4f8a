package dev.siyu.history.exporter;

import io.camunda.zeebe.client.ZeebeClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A broker process with the exporter's jar, on free loopback ports and an empty data folder. */
final class RealBroker implements AutoCloseable {

  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private final int gateway = freePort();
  private final int rest = freePort();
  private final Process process;

  RealBroker(Path folder, boolean exporting, Map<String, String> exporterArguments)
      throws IOException {
    Path home = TARGET.resolve("broker/camunda-zeebe-8.5.8");
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
            "-Dfile.encoding=UTF-8",
            "-cp",
            home.resolve("config") + ":" + home.resolve("lib") + "/*",
            "io.camunda.zeebe.broker.StandaloneBroker");
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("broker.log").toFile());
    builder.environment().putAll(environment(folder, exporting, exporterArguments));
    process = builder.start();
  }

  private Map<String, String> environment(
      Path folder, boolean exporting, Map<String, String> exporterArguments) {
    Map<String, String> set = new HashMap<>();
    set.put("ZEEBE_BROKER_DATA_DIRECTORY", folder.resolve("data").toString());
    set.put("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB");
    set.put("ZEEBE_BROKER_CLUSTER_PARTITIONSCOUNT", "2");
    set.put("ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "64MB");
    set.put("ZEEBE_BROKER_BACKPRESSURE_ENABLED", "false");
    set.put("ZEEBE_BROKER_CLUSTER_RAFT_FLUSH_DELAYTIME", "10ms");
    set.put("ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1");
    set.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", Integer.toString(freePort()));
    set.put("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", Integer.toString(freePort()));
    set.put("ZEEBE_BROKER_GATEWAY_ENABLE", "true");
    set.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", Integer.toString(gateway));
    set.put("SERVER_PORT", Integer.toString(rest));
    set.put("MANAGEMENT_SERVER_PORT", Integer.toString(freePort()));
    set.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
    if (exporting) {
      String exporter = "ZEEBE_BROKER_EXPORTERS_HISTORY_";
      set.put(exporter + "CLASSNAME", HistoryExporter.class.getName());
      Path jar = TARGET.resolve("siyu-history-exporter-broker.jar");
      set.put(exporter + "JARPATH", jar.toString());
      exporterArguments.forEach((name, value) -> set.put(exporter + "ARGS_" + name, value));
    }
    return set;
  }

  ZeebeClient client() {
    return ZeebeClient.newClientBuilder()
        .grpcAddress(URI.create("http://127.0.0.1:" + gateway))
        .restAddress(URI.create("http://127.0.0.1:" + rest))
        .usePlaintext()
        .defaultRequestTimeout(Duration.ofSeconds(20))
        .build();
  }

  /** CPU time the broker process has used so far. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  long pid() {
    return process.pid();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
