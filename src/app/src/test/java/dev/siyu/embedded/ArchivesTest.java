package dev.siyu.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {

  private final Path folder;

  ArchivesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldUnpackWhatIsWantedAndKeepItRunnable() throws IOException {
    // when
    Archives.unpack(
        tar("dist/bin/run", "dist/bin/zbctl"),
        folder.resolve("it"),
        1,
        name -> !name.endsWith("zbctl"));

    // then
    assertThat(folder.resolve("it/bin/run")).isExecutable().hasContent("#!");
    assertThat(folder.resolve("it/bin/zbctl")).doesNotExist();
  }

  @Test
  void shouldNotTakeAHalfUnpackedOneForAWholeOne() throws IOException {
    // given
    byte[] whole = tar("dist/a", "dist/b").readAllBytes();
    InputStream cut = new ByteArrayInputStream(whole, 0, 700);

    // when / then
    assertThatThrownBy(() -> Archives.unpack(cut, folder.resolve("it"), 1, name -> true))
        .isInstanceOf(IOException.class);
    assertThat(folder.resolve("it")).doesNotExist();
    Archives.unpack(tar("dist/a"), folder.resolve("it"), 1, name -> true);
    assertThat(folder.resolve("it/a")).exists();
  }

  @Test
  void shouldRefuseEntriesThatLeaveTheFolder() {
    assertThatThrownBy(
            () -> Archives.unpack(tar("dist/../../../evil"), folder.resolve("it"), 0, name -> true))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("leaves");
    assertThat(Files.exists(folder.resolve("../evil"))).isFalse();
  }

  private static InputStream tar(String... names) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes)) {
      for (String name : names) {
        byte[] content = "#!".getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(name, true);
        entry.setMode(0755);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
