package dev.siyu.drills;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The whole product as its users start it: one JVM that starts the rest, on ports of its own. */
final class Product implements AutoCloseable {

  /** The processes a drill may kill. */
  enum Part {
    APP,
    BROKER,
    POSTGRES,
    SIMULATOR
  }

  private static final Duration START_LIMIT = Duration.ofMinutes(8);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

  private final Path home;
  private final Ports ports = Ports.free();
  private final List<String> jvm;
  private final List<String> extra;
  private final Thread hook = new Thread(this::end, "drill-end");
  private @Nullable Process app;

  /**
   * @param home an empty folder; logs stay there
   * @param extra more arguments, for example {@code --siyu.clock.grain=PT1H}
   */
  Product(Path home, String... extra) {
    this(home, List.of(), extra);
  }

  /**
   * @param jvm options of the JVM itself
   */
  Product(Path home, List<String> jvm, String... extra) {
    this.jvm = jvm;
    this.home = home.toAbsolutePath();
    this.extra = List.of(extra);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Starts the app and waits until it answers; how long that took. */
  Duration start() {
    long begin = System.nanoTime();
    launch();
    Waiting.until("the app answers, see " + log(), START_LIMIT, () -> alive() && api().isUp());
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** Starts the app and returns at once. */
  void launch() {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(jvm);
    line.addAll(List.of("-Xmx768m", "--enable-native-access=ALL-UNNAMED", "-cp", classPath()));
    line.add("dev.siyu.SiyuApplication");
    line.add("--siyu.home=" + home);
    line.add("--siyu.data=" + data());
    line.add("--siyu.sample-groups=false");
    line.addAll(ports.arguments());
    line.addAll(extra);
    try {
      Files.createDirectories(home);
      app =
          new ProcessBuilder(line)
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log().toString())))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the bench: its engines and stand-ins are no part of the product. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.matches(".*/(flowable|operaton|mybatis|liquibase)[^/]*\\.jar"))
        .filter(entry -> !Files.exists(Path.of(entry, "dev/siyu/drills")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private boolean alive() {
    Process running = app;
    if (running == null || !running.isAlive()) {
      throw new IllegalStateException("the app ended while it started, see " + log());
    }
    return true;
  }

  /** kill -9; false when that part does not run right now. */
  boolean kill(Part part) {
    Optional<ProcessHandle> found = process(part);
    found.ifPresent(
        handle -> {
          handle.destroyForcibly();
          handle.onExit().join();
        });
    return found.isPresent();
  }

  Optional<ProcessHandle> process(Part part) {
    Process running = app;
    if (part == Part.APP) {
      return Optional.ofNullable(running).map(Process::toHandle).filter(ProcessHandle::isAlive);
    }
    try {
      Path file =
          data().resolve("run").resolve(part.name().toLowerCase(java.util.Locale.ROOT) + ".pid");
      return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0)))
          .filter(ProcessHandle::isAlive);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Ends everything in order, as Ctrl-C does. */
  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      System.err.println("ended while the drill itself was ended: " + e.getMessage());
    }
  }

  private void end() {
    Process running = app;
    if (running != null) {
      running.destroy();
      awaitEnd(running);
    }
    Arrays.stream(Part.values()).forEach(this::kill);
  }

  private static void awaitEnd(Process running) {
    try {
      running.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      System.err.println("the app does not end: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Logged in as ops; answers of a killed app are exceptions. */
  Api api() {
    return Api.of(ports.web());
  }

  Outside outside() {
    return new Outside(ports.simulator());
  }

  Tables tables() {
    return new Tables(ports.postgres(), data().resolve("run/postgres.password"));
  }

  Path data() {
    return home.resolve("data");
  }

  Path home() {
    return home;
  }

  Path log() {
    return home.resolve("app.log");
  }

  /** What the simulator noted of everything it was told and asked. */
  Path journal() {
    return data().resolve("simulator/journal.jsonl");
  }

  int webPort() {
    return ports.web();
  }

  int simulatorPort() {
    return ports.simulator();
  }
}
