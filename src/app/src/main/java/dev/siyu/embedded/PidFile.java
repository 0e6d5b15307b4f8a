package dev.siyu.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers a child process so that the next start can find it; pid and start time are its name.
 */
public record PidFile(Path path) {

  public void write(ProcessHandle process) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    Files.write(path, List.of(Long.toString(process.pid()), startOf(process)));
  }

  /** The process this file speaks of, if that very process is still alive. */
  public Optional<ProcessHandle> living() {
    try {
      List<String> lines = Files.readAllLines(path);
      return ProcessHandle.of(Long.parseLong(lines.get(0)))
          .filter(ProcessHandle::isAlive)
          .filter(process -> startOf(process).equals(lines.get(1)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("?");
  }
}
