package dev.siyu.replay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the given files, or the year of a real shop that comes with Siyu. */
class SampleData {

  private static final List<String> OWN = List.of("orders.csv", "refunds.csv");

  Recording read(List<ReplayOrder.File> files) {
    RecordingReader reader = new RecordingReader();
    try {
      if (files.isEmpty()) {
        for (String name : OWN) {
          read(reader, name, open(name));
        }
      }
      for (ReplayOrder.File file : files) {
        read(reader, file.name(), new ByteArrayInputStream(file.content()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reader.recording();
  }

  private static void read(RecordingReader reader, String name, InputStream content)
      throws IOException {
    try (var text = new InputStreamReader(content, StandardCharsets.UTF_8)) {
      reader.read(name, text);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream found = SampleData.class.getResourceAsStream("/sample-data/" + name);
    if (found == null) {
      throw new IOException("not on the class path: sample-data/" + name);
    }
    return found;
  }
}
