package dev.siyu.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * Which life of the engine's data this is. Positions start again when the data is removed; the
 * history tells the lives apart by this number, which therefore lies inside the data.
 */
record Incarnation(Path engineData, LongSupplier highestInHistory) {

  long number() throws IOException {
    Path file = engineData.resolve("siyu-incarnation");
    if (!Files.exists(file)) {
      Secret.writePrivately(file, Long.toString(highestInHistory.getAsLong() + 1));
    }
    return Long.parseLong(Files.readString(file).strip());
  }
}
