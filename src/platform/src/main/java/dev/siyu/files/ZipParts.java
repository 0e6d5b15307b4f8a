package dev.siyu.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Looks into the directory of a zip file; nothing is unpacked, so no bomb goes off. */
final class ZipParts {

  private ZipParts() {}

  /** False also for what is no zip file. */
  static boolean has(byte[] bytes, String part) {
    try {
      var file = Files.createTempFile("siyu-", ".zip");
      try {
        Files.write(file, bytes);
        return named(file.toFile(), part);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean named(java.io.File file, String part) throws IOException {
    try (var zip = new ZipFile(file)) {
      return zip.getEntry(part) != null;
    } catch (ZipException broken) {
      return false;
    }
  }
}
