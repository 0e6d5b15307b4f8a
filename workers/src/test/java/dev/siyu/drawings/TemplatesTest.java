package dev.siyu.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The palette as the console's own tests see it; they hold it against Zeebe's template schema. */
class TemplatesTest {

  private static final Path KEPT = Path.of("..", "src", "console", "test", "templates.json");
  private static final Path WRITTEN = Path.of("target", "templates.json");

  @Test
  void shouldStillOfferEveryTemplateTheConsoleIsTestedWith() throws IOException {
    // given
    var json =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    // when
    var offered = Studio.open().templates();
    Files.writeString(WRITTEN, json.writeValueAsString(offered) + "\n");

    // then
    assertThat(json.readTree(Files.readString(KEPT)))
        .as("a template is gone: look at the difference, then copy %s to %s", WRITTEN, KEPT)
        .extracting(kept -> kept.path("id").asString())
        .isSubsetOf(offered.stream().map(one -> String.valueOf(one.get("id"))).toList());
  }
}
