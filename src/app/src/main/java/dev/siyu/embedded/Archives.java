package dev.siyu.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks a distribution once; a half-unpacked one is never taken for a whole one. */
final class Archives {

  private Archives() {}

  /**
   * @param tar uncompressed stream of the archive
   * @param strip leading folders left out of the entries' names
   */
  static void unpack(InputStream tar, Path target, int strip, Predicate<String> wanted)
      throws IOException {
    Path half = target.resolveSibling(target.getFileName() + ".half");
    delete(half);
    Files.createDirectories(half);
    try (var entries = new TarArchiveInputStream(new BufferedInputStream(tar, 1 << 16))) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        Path name = Path.of(entry.getName()).normalize();
        if (name.getNameCount() > strip && wanted.test(name.toString())) {
          write(entries, entry, half, name.subpath(strip, name.getNameCount()));
        }
      }
    }
    Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(
      TarArchiveInputStream entries, TarArchiveEntry entry, Path root, Path name)
      throws IOException {
    Path file = root.resolve(name).normalize();
    if (!file.startsWith(root)) {
      throw new IOException("entry leaves the target folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.copy(root.resolve(entry.getLinkName()).normalize(), file);
    } else {
      Files.copy(entries, file);
      if ((entry.getMode() & 0100) != 0
          && Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Set<PosixFilePermission> may = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        may.add(PosixFilePermission.OWNER_EXECUTE);
        may.add(PosixFilePermission.GROUP_EXECUTE);
        may.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(file, may);
      }
    }
  }

  static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
