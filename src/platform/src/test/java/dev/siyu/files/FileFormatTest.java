package dev.siyu.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FileFormatTest {

  private static final byte[] PDF = "%PDF-1.7 offer".getBytes(UTF_8);

  @Test
  void shouldTakeAZipForOfficeOnlyWithItsListOfParts() {
    // given
    var word = Zip.of("word/document.xml", "[Content_Types].xml");

    // then
    assertThat(FileFormat.of(word)).contains(FileFormat.OFFICE);
    assertThat(FileFormat.of(Zip.of("run.exe"))).as("some zip").isEmpty();
    assertThat(FileFormat.of(Arrays.copyOf(word, word.length - 30))).as("cut off").isEmpty();
    assertThat(FileFormat.of("PK\u0003\u0004 nothing".getBytes(UTF_8))).as("a head").isEmpty();
  }

  @Test
  void shouldTellTheOthersByTheirFirstBytes() {
    assertThat(FileFormat.of(PDF)).contains(FileFormat.PDF);
    assertThat(FileFormat.of("MZ program".getBytes(UTF_8))).isEmpty();
    assertThat(FileFormat.of(new byte[0])).isEmpty();
  }

  @Test
  void shouldObjectToANameThatSaysSomethingElse() {
    assertThat(FileName.objection("报价.PDF", FileFormat.PDF)).isEmpty();
    assertThat(FileName.objection("C:\\a\\photo.jpeg", FileFormat.JPEG)).isEmpty();
    assertThat(FileName.objection("scan", FileFormat.PDF)).as("says nothing").isEmpty();
    assertThat(FileName.objection("run.exe", FileFormat.PDF)).get().asString().contains("pdf");
    assertThat(FileName.objection("list.docm", FileFormat.OFFICE)).as("with macros").isPresent();
  }

  @Test
  void shouldObjectToCharactersThatTurnTheReadingDirection() {
    for (var bidi : new String[] {"\u202e", "\u2066", "\u200f", "\u061c"}) {
      assertThat(FileName.objection("offer" + bidi + "fdp.pdf", FileFormat.PDF))
          .get()
          .asString()
          .contains("reading direction")
          .doesNotContain(bidi);
    }
  }

  @Test
  void shouldMakeANamePlain() {
    assertThat(FileName.plain("../../x<y>\n.png", "file", 120)).isEqualTo("x_y__.png");
    assertThat(FileName.plain("报价（1）.pdf", "file", 120)).isEqualTo("报价（1）.pdf");
    assertThat(FileName.plain("a/", "file", 120)).isEqualTo("file");
    assertThat(FileName.plain("x".repeat(200) + ".pdf", "file", 120)).hasSize(120).endsWith(".pdf");
    assertThat(FileName.plain("\ud83d\ude00.pdf", "file", 5))
        .as("no half letter")
        .isEqualTo(".pdf");
  }
}
