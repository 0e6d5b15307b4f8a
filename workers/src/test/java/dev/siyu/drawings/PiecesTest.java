package dev.siyu.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.journeys.Finding;
import dev.siyu.journeys.JourneyStudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each ready piece as the modeler drew it behind the start of an empty journey. */
class PiecesTest {

  private static final Path PIECES = Path.of("src", "test", "resources", "pieces");
  private static final JourneyStudio STUDIO = Studio.open();

  static List<Path> pieces() throws IOException {
    try (var files = Files.list(PIECES)) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void shouldBreakNoRuleButWhatItsDesignerStillHasToSay(Path piece) throws IOException {
    // when
    var findings = STUDIO.check(Files.readString(piece));

    // then only fields that a person fills in, and the exits that are pieces of their own
    assertThat(findings)
        .filteredOn(found -> found.severity() == Finding.Severity.ERROR)
        .filteredOn(found -> !List.of("field", "purchase-exit", "left-exit").contains(found.rule()))
        .isEmpty();
    assertThat(findings)
        .filteredOn(found -> found.severity() == Finding.Severity.WARNING)
        .isEmpty();
  }
}
