package dev.siyu.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A measured JVM beside this one, same JDK, same class path; its words go to a log file. */
final class Jvm implements AutoCloseable {

  private final Process process;

  private Jvm(Process process) {
    this.process = process;
  }

  static Jvm start(Path log, int heapMegabytes, String main, List<String> arguments)
      throws IOException {
    return new Jvm(
        new ProcessBuilder(line(heapMegabytes, main, arguments))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start());
  }

  /** Runs to the end; a failure of the measured process is ours. */
  static Results run(Path log, int heapMegabytes, String main, List<String> arguments)
      throws IOException {
    var process =
        new ProcessBuilder(line(heapMegabytes, main, arguments)).redirectErrorStream(true).start();
    var killed = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(killed);
    var lines = new ArrayList<String>();
    try (var said =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var file = Files.newBufferedWriter(log)) {
      for (var line = said.readLine(); line != null; line = said.readLine()) {
        lines.add(line);
        file.write(line + "\n");
        file.flush();
      }
    }
    int code = process.onExit().join().exitValue();
    Runtime.getRuntime().removeShutdownHook(killed);
    if (code != 0) {
      throw new IOException(main + " ended with " + code + ", see " + log);
    }
    return new Results(lines);
  }

  private static List<String> line(int heapMegabytes, String main, List<String> arguments) {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx" + heapMegabytes + "m", "--enable-native-access=ALL-UNNAMED"));
    line.addAll(Arrays.asList(System.getProperty("bench.jvm", "").split(" ")));
    line.removeIf(String::isBlank);
    line.addAll(List.of("-cp", classes(main), main));
    line.addAll(arguments);
    return line;
  }

  /** The product never has the other engines on its class path. */
  private static String classes(String main) {
    var others = main.equals(PeerRun.class.getName()) ? "" : "flowable|operaton|mybatis|liquibase";
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> others.isEmpty() || !entry.matches(".*/(" + others + ")[^/]*\\.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** As Ctrl-C does. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
