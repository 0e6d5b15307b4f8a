package dev.siyu.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where a JVM computes, seen from outside with the JDK's flight recorder. */
final class BrokerProfile {

  /** Our exporter, its driver, and the director that reads records for exporters. */
  static final Pattern EXPORTER =
      Pattern.compile(
          "dev\\.siyu\\..*|org\\.postgresql\\..*|io\\.camunda\\.zeebe\\.broker\\.exporter\\..*");

  private final long pid;
  private final Path file;

  BrokerProfile(long pid, Path file) {
    this.pid = pid;
    this.file = file.toAbsolutePath();
  }

  void start() throws IOException {
    ask("JFR.start", "name=bench", "settings=profile");
  }

  void end() throws IOException {
    ask("JFR.stop", "name=bench", "filename=" + file);
  }

  private void ask(String... command) throws IOException {
    var line = new java.util.ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    line.add(Long.toString(pid));
    line.addAll(java.util.List.of(command));
    var process = new ProcessBuilder(line).redirectErrorStream(true).start();
    var said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(String.join(" ", line) + ": " + said);
    }
  }

  /** Share (0..1) of the samples of running threads with such a class on their stack. */
  double share(Pattern classes) throws IOException {
    long all = 0;
    long found = 0;
    try (var recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        var event = recording.readEvent();
        if (isSample(event)) {
          all++;
          found += has(event, classes) ? 1 : 0;
        }
      }
    }
    return all == 0 ? Double.NaN : (double) found / all;
  }

  private static boolean isSample(RecordedEvent event) {
    return event.getEventType().getName().equals("jdk.ExecutionSample")
        && event.getStackTrace() != null;
  }

  private static boolean has(RecordedEvent event, Pattern classes) {
    return event.getStackTrace().getFrames().stream()
        .map(RecordedFrame::getMethod)
        .anyMatch(method -> classes.matcher(method.getType().getName()).matches());
  }
}
