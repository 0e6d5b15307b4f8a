package dev.siyu.rehearsalroom;

import dev.siyu.embedded.ChildProgram;
import dev.siyu.embedded.PidFile;
import dev.siyu.rehearsals.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Plays in a child process of our own program, in a folder that is deleted afterwards. */
class ChildStage implements Stage {

  private static final Logger log = LoggerFactory.getLogger(ChildStage.class);
  private static final String MAIN = "dev.siyu.SiyuApplication";
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Nothing that could name a real connector is handed on. */
  private static final Set<String> KEPT = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR");

  private final RoomSettings settings;
  private final Costume costume;
  private final Path data;
  private final String main;

  /**
   * @param data the data folder of this product
   */
  ChildStage(RoomSettings settings, Costume costume, Path data) {
    this(settings, costume, data, MAIN);
  }

  ChildStage(RoomSettings settings, Costume costume, Path data, String main) {
    this.settings = settings;
    this.costume = costume;
    this.data = data;
    this.main = main;
  }

  @Override
  public Ending play(Order order, Audience audience) {
    Papers papers = new Papers(root().resolve(Long.toString(order.id())));
    try {
      prepare(order, papers);
      Process child = start(order, papers);
      Ending early = watch(child, papers, audience);
      end(child);
      return early == null ? read(child, papers, audience) : early;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      clear(papers);
    }
  }

  private Path root() {
    return data.resolve("rehearsals");
  }

  /** The unpacked engine and database programs are lent, not copied. */
  private void prepare(Order order, Papers papers) throws IOException {
    clear(papers);
    papers.writeOrder(order);
    Path engine = Files.createDirectories(papers.folder().resolve("data/engine"));
    lend(data.resolve("engine"), engine, "[0-9.]+");
    lend(data, papers.folder().resolve("data"), "postgres-[0-9.]+");
  }

  private static void lend(Path from, Path to, String names) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> all = Files.list(from)) {
      for (Path one : all.toList()) {
        if (one.getFileName().toString().matches(names) && Files.isDirectory(one)) {
          Files.createSymbolicLink(to.resolve(one.getFileName()), one.toRealPath());
        }
      }
    }
  }

  private Process start(Order order, Papers papers) throws IOException {
    var line =
        ChildProgram.line(
            main,
            List.of(
                "-Xmx" + settings.appHeap().toMegabytes() + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED"),
            costume.arguments(order, papers));
    var builder =
        new ProcessBuilder(line)
            .directory(papers.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(papers.log().toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(KEPT);
    Process child = builder.start();
    pidFile(papers).write(child.toHandle());
    return child;
  }

  private static PidFile pidFile(Papers papers) {
    return new PidFile(papers.folder().resolve("child.pid"));
  }

  /** Null when it ended by itself. */
  private @org.jspecify.annotations.Nullable Ending watch(
      Process child, Papers papers, Audience audience) {
    long limit = System.nanoTime() + settings.longest().toNanos();
    while (true) {
      try {
        if (child.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
          return null;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Ending.Cancelled();
      }
      papers.readProgress().ifPresent(audience::progress);
      if (papers.readFailure().isPresent() || papers.readReport().isPresent()) {
        return null;
      }
      if (audience.leaves()) {
        return new Ending.Cancelled();
      }
      if (System.nanoTime() > limit) {
        return new Ending.Failed(
            "SIYU-3705", "ran longer than siyu.rehearsals.longest = " + settings.longest());
      }
    }
  }

  private static Ending read(Process child, Papers papers, Audience audience) {
    var report = papers.readReport();
    if (report.isEmpty()) {
      String why =
          papers
              .readFailure()
              .orElseGet(() -> "it ended without a report, exit code " + child.exitValue());
      return new Ending.Failed("SIYU-3702", why + "\n" + papers.logTail());
    }
    papers.eachStory(audience::story);
    return new Ending.Done(report.get());
  }

  /** In order first, then by force, with what it has started. */
  private static void end(Process child) {
    List<ProcessHandle> all = child.descendants().toList();
    child.destroy();
    try {
      if (!child.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        child.destroyForcibly();
      }
    } catch (InterruptedException e) {
      child.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void clear() {
    if (!Files.isDirectory(root())) {
      return;
    }
    try (Stream<Path> left = Files.list(root())) {
      for (Path folder : left.toList()) {
        log.info("Rehearsal {} was cut off; what it left behind is deleted", folder.getFileName());
        clear(new Papers(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void clear(Papers papers) {
    pidFile(papers).living().ifPresent(ChildStage::kill);
    for (String part : List.of("broker", "simulator", "postgres")) {
      new PidFile(papers.folder().resolve("data/run/" + part + ".pid"))
          .living()
          .ifPresent(ChildStage::kill);
    }
    try {
      FileSystemUtils.deleteRecursively(papers.folder());
    } catch (IOException e) {
      log.warn("SIYU-3706 {} is not deleted: {}", papers.folder(), e.toString());
    }
  }

  private static void kill(ProcessHandle process) {
    process.descendants().toList().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }
}
