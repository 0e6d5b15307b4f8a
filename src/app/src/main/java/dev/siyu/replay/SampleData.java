package dev.siyu.replay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads the given files, or the year of a real shop that comes with Siyu. */
class SampleData {

  private static final List<String> OWN = List.of("orders.csv", "refunds.csv");

  /** Products first: lines take their titles. */
  private static final List<String> GOODS = List.of("products.csv", "order_lines.csv.gz");

  Recording read(List<ReplayOrder.File> files) {
    return read(files, false);
  }

  /**
   * @param goods also the lines of the sample's orders
   */
  Recording read(List<ReplayOrder.File> files, boolean goods) {
    RecordingReader reader = new RecordingReader();
    try {
      if (files.isEmpty()) {
        for (String name : OWN) {
          read(reader, name, open(name));
        }
        for (String name : goods ? GOODS : List.<String>of()) {
          read(reader, name, name.endsWith(".gz") ? new GZIPInputStream(open(name)) : open(name));
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
