package dev.siyu.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Zeebe as a child process: unpacked once, configured from our settings, our exporter loaded. */
final class BrokerSpec implements ChildSpec {

  static final String VERSION = "8.5.8";
  private static final String EXPORTER = "/engine/siyu-history-exporter-broker.jar";
  private static final String DISTRIBUTION = "/engine/camunda-zeebe.tar.gz";

  private final EmbeddedSettings settings;
  private final BrokerConfig config;
  private final BrokerManagement management;
  private final Supplier<Duration> offset;
  private final Incarnation incarnation;

  BrokerSpec(
      EmbeddedSettings settings,
      BrokerConfig config,
      BrokerManagement management,
      Supplier<Duration> offset,
      Incarnation incarnation) {
    this.settings = settings;
    this.config = config;
    this.management = management;
    this.offset = offset;
    this.incarnation = incarnation;
  }

  @Override
  public String name() {
    return "broker";
  }

  @Override
  public ProcessBuilder command() throws IOException {
    Path home = settings.data().resolve("engine").resolve(VERSION);
    if (!Files.exists(home)) {
      unpack(home);
    }
    Path exporter = exporter();
    Path file = settings.data().resolve("engine").resolve("application.yaml");
    Secret.writePrivately(file, config.yaml(exporter, incarnation.number()));
    Duration ahead = offset.get();
    management.startsAt(ahead);
    String classes = JvmChild.classes(settings.run()).toString();
    List<String> java = new ArrayList<>(List.of(Commands.java()));
    java.add("-Xmx" + settings.engine().heap().toMegabytes() + "m");
    java.addAll(
        List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=4",
            "-Xshare:auto",
            "-Dfile.encoding=UTF-8",
            "-Dapp.name=broker",
            "-Dapp.home=" + settings.run(),
            "-Dbasedir=" + settings.data().resolve("engine"),
            "-Dspring.config.additional-location=file:" + file,
            "-D" + BrokerClockStart.OFFSET + "=" + ahead.toMillis(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classes + ":" + home.resolve("config") + ":" + home.resolve("lib") + "/*",
            JvmChild.MAIN,
            "io.camunda.zeebe.broker.StandaloneBroker"));
    ProcessBuilder builder = new ProcessBuilder(Commands.line(Commands.ownSession(), java));
    builder.directory(settings.data().resolve("engine").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ZEEBE_"));
    return builder;
  }

  private Path exporter() throws IOException {
    Path jar = settings.data().resolve("engine").resolve("siyu-history-exporter.jar");
    try (InputStream found = BrokerSpec.class.getResourceAsStream(EXPORTER)) {
      if (found != null) {
        Files.createDirectories(jar.getParent());
        Files.copy(found, jar, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return jar;
  }

  private static void unpack(Path home) throws IOException {
    try (InputStream found = BrokerSpec.class.getResourceAsStream(DISTRIBUTION)) {
      if (found == null) {
        throw new IOException("the engine is not on the class path: " + DISTRIBUTION);
      }
      Files.createDirectories(home.getParent());
      Archives.unpack(
          new GzipCompressorInputStream(found), home, 1, name -> !name.contains("bin/zbctl"));
    }
  }

  @Override
  public boolean ready() {
    return management.ready();
  }
}
