package dev.siyu.simulator.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * The file behind the journal. A line is handed to the operating system before the caller goes on:
 * it survives the end of this process, not a power cut. A torn last line is cut off at start.
 */
final class JournalFile implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;

  JournalFile(Path directory) throws IOException {
    Files.createDirectories(directory);
    this.path = directory.resolve("journal.jsonl");
    this.channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      throw new IOException(
          "another simulator uses " + path + "; stop it or choose another --data");
    }
    cutTornLine();
    channel.position(channel.size());
  }

  void append(Entry entry) {
    ByteBuffer line = ByteBuffer.wrap(Lines.write(entry));
    try {
      while (line.hasRemaining()) {
        channel.write(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads up to and with the line {@code last}; later lines may be half written. Lines without the
   * text {@code having} are passed over unread.
   */
  void forEach(long last, String having, Consumer<Entry> reader) {
    try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      long seq = 0;
      while (seq < last) {
        String line = lines.readLine();
        if (line == null) {
          return;
        }
        seq++;
        if (line.contains(having)) {
          reader.accept(Lines.read(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void cutTornLine() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long end = file.length();
      while (end > 0) {
        file.seek(end - 1);
        if (file.read() == '\n') {
          break;
        }
        end--;
      }
      channel.truncate(end);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
