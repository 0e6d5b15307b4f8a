package dev.siyu.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void shouldSeeMarkupHoweverItIsSpaced() {
    assertThat(PlainText.isPlain("a < 3")).isTrue();
    assertThat(PlainText.isPlain("<  / svg onload=1")).isFalse();
    assertThat(PlainText.isPlain("< !  doctype")).isFalse();
    assertThat(PlainText.isPlain("<img src=x>")).isFalse();
  }

  @Test
  void shouldReadAMegabyteOfSpacesAtOnce() {
    // given as many texts as fit into a drawing
    var spaces = "<" + " ".repeat(PlainText.LONGEST - 2) + "1";

    // then
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          for (int i = 0; i < 250; i++) {
            assertThat(PlainText.isPlain(spaces)).isTrue();
          }
        });
  }
}
