package dev.siyu.rehearsalroom;

import dev.siyu.rehearsals.Stage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What the product outside and the one on the stage hand each other, as files in one folder. */
record Papers(Path folder) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int TAIL_BYTES = 3_000;

  Path order() {
    return folder.resolve("order.json");
  }

  /** What the product on the stage prints. */
  Path log() {
    return folder.resolve("app.log");
  }

  /** Its last lines, at most about {@value #TAIL_BYTES} bytes. */
  String logTail() {
    try (var file = FileChannel.open(log())) {
      long from = Math.max(0, file.size() - TAIL_BYTES);
      var bytes = ByteBuffer.allocate((int) (file.size() - from));
      while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
        // goes on to the end
      }
      String tail = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
      return (from == 0 ? tail : tail.substring(tail.indexOf('\n') + 1)).replace("\0", "").strip();
    } catch (IOException e) {
      return "no log: " + e.getMessage();
    }
  }

  void writeOrder(Stage.Order order) {
    write("order.json", JSON.writeValueAsString(order));
  }

  Stage.Order readOrder() {
    return read("order.json", Stage.Order.class).orElseThrow();
  }

  void writeProgress(Stage.Progress progress) {
    write("progress.json", JSON.writeValueAsString(progress));
  }

  Optional<Stage.Progress> readProgress() {
    return read("progress.json", Stage.Progress.class);
  }

  void writeReport(String report) {
    write("report.json", report);
  }

  Optional<String> readReport() {
    return text("report.json");
  }

  void writeFailure(String why) {
    write("failure.txt", why);
  }

  Optional<String> readFailure() {
    return text("failure.txt");
  }

  /** One line each: customer, tab, story. */
  BufferedWriter stories() throws IOException {
    return Files.newBufferedWriter(folder.resolve("stories.jsonl"));
  }

  void eachStory(BiConsumer<String, String> each) {
    try (Stream<String> lines = Files.lines(folder.resolve("stories.jsonl"))) {
      lines.forEach(
          line ->
              each.accept(
                  line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> Optional<T> read(String name, Class<T> type) {
    return text(name).map(text -> JSON.readValue(text, type));
  }

  private Optional<String> text(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In one step, so that nobody reads half of it. */
  private void write(String name, String text) {
    try {
      Files.createDirectories(folder);
      Path half = folder.resolve(name + ".half");
      Files.writeString(half, text);
      Files.move(
          half,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
