package dev.siyu.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one child process running until closed: started again with growing pauses when it ends, its
 * predecessor from an earlier run ended first.
 */
final class Child implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Child.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration STABLE = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(7);
  private static final long LOG_LIMIT = 50_000_000;

  private final ChildSpec spec;
  private final Path logFile;
  private final PidFile pidFile;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CompletableFuture<Duration> firstReady = new CompletableFuture<>();
  private volatile @Nullable Process process;
  private volatile boolean ready;
  private @Nullable Thread supervisor;

  Child(ChildSpec spec, Path run) {
    this.spec = spec;
    this.logFile = run.resolve(spec.name() + ".log");
    this.pidFile = new PidFile(run.resolve(spec.name() + ".pid"));
  }

  void start() {
    supervisor = Thread.ofPlatform().name("child-" + spec.name()).start(this::supervise);
  }

  String name() {
    return spec.name();
  }

  boolean isReady() {
    return ready;
  }

  Path logFile() {
    return logFile;
  }

  /** How long the first start took. */
  CompletableFuture<Duration> firstReady() {
    return firstReady;
  }

  /** Waits until it works for the first time. */
  void awaitReady(Duration limit) {
    try {
      firstReady.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Refusal(
          "SIYU-1007",
          spec.name() + " 在 " + limit.toSeconds() + " 秒内没有就绪",
          spec.name() + " was not ready within " + limit.toSeconds() + " s",
          "请看日志 / see its log: " + logFile);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + spec.name(), e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void supervise() {
    Duration pause = FIRST_PAUSE;
    try {
      while (closing.getCount() > 0) {
        long began = System.nanoTime();
        String ending = runOnce(began);
        if (closing.getCount() == 0) {
          return;
        }
        Duration lived = Duration.ofNanos(System.nanoTime() - began);
        pause = lived.compareTo(STABLE) > 0 ? FIRST_PAUSE : pause;
        log.warn(
            "SIYU-1008 {} ended ({}) after {} s; it is started again in {} ms (log: {})",
            spec.name(),
            ending,
            lived.toSeconds(),
            pause.toMillis(),
            logFile);
        closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String runOnce(long began) throws InterruptedException {
    Process watcher = null;
    try {
      Process started = begin();
      process = started;
      watcher = spec.watcher(started.toHandle());
      if (closing.getCount() == 0) {
        started.destroy();
      }
      awaitReady(started, began);
      int code = started.waitFor();
      return "exit code " + code;
    } catch (IOException | RuntimeException e) {
      return e.toString();
    } finally {
      ready = false;
      process = null;
      if (watcher != null) {
        watcher.destroyForcibly();
      }
    }
  }

  private Process begin() throws IOException {
    Files.createDirectories(logFile.toAbsolutePath().getParent());
    if (Files.exists(logFile) && Files.size(logFile) > LOG_LIMIT) {
      Files.move(
          logFile,
          logFile.resolveSibling(spec.name() + ".1.log"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    Process started =
        spec.command()
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(logFile.toString())))
            .start();
    pidFile.write(started.toHandle());
    return started;
  }

  private void awaitReady(Process started, long began) throws InterruptedException {
    while (started.isAlive() && closing.getCount() > 0) {
      if (isReadyNow()) {
        ready = true;
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        log.info("{} is ready after {} ms (pid {})", spec.name(), took.toMillis(), started.pid());
        firstReady.complete(took);
        return;
      }
      closing.await(25, TimeUnit.MILLISECONDS);
    }
  }

  private boolean isReadyNow() {
    try {
      return spec.ready();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** Ends what an app that was killed has left behind; call before the ports are checked. */
  void endPredecessor() {
    pidFile
        .living()
        .ifPresent(
            old -> {
              log.info("{} of an earlier run (pid {}) is ended first", spec.name(), old.pid());
              end(old);
            });
  }

  private void end(ProcessHandle old) {
    spec.askToEnd(old);
    try {
      old.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
      log.warn("{} (pid {}) did not end within {}; it is killed", spec.name(), old.pid(), PATIENCE);
      old.destroyForcibly();
      old.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    Process running = process;
    if (running != null) {
      end(running.toHandle());
      pidFile.delete();
    }
    Thread thread = supervisor;
    if (thread != null) {
      try {
        thread.join(Duration.ofSeconds(2));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
