package dev.siyu.drawings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.siyu.artifacts.DecisionTable;
import dev.siyu.artifacts.FormSchema;
import dev.siyu.artifacts.Objection;
import dev.siyu.journeys.Finding;
import dev.siyu.journeys.JourneyStudio;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody uploads is refused in seconds, with a sentence, before the engine sees it. */
class HostileDrawingsTest {

  private static final JourneyStudio STUDIO = Studio.open();
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @ParameterizedTest
  @MethodSource("dev.siyu.drawings.Hostile#drawings")
  void shouldRefuseAHostileDrawing(Hostile file) {
    // when
    var findings = assertTimeoutPreemptively(PATIENCE, () -> STUDIO.check(file.text()));

    // then
    assertThat(findings)
        .filteredOn(found -> found.severity() == Finding.Severity.ERROR)
        .as(file.name())
        .extracting(Finding::rule)
        .contains(file.refusedBy());
    assertThat(findings).extracting(Finding::message).allMatch(text -> !text.isBlank());
  }

  @ParameterizedTest
  @MethodSource("dev.siyu.drawings.HostileFiles#tables")
  void shouldRefuseAHostileTable(Hostile file) {
    assertThat(assertTimeoutPreemptively(PATIENCE, () -> DecisionTable.objections(file.text())))
        .extracting(Objection::code)
        .contains(file.refusedBy());
  }

  @ParameterizedTest
  @MethodSource("dev.siyu.drawings.HostileFiles#forms")
  void shouldRefuseAHostileForm(Hostile file) {
    assertThat(assertTimeoutPreemptively(PATIENCE, () -> FormSchema.objections(file.text())))
        .extracting(Objection::code)
        .contains(file.refusedBy());
  }

  @Test
  void shouldTakeWhatTheProductItselfShips() {
    assertThat(DecisionTable.objections(HostileFiles.TABLE)).isEmpty();
    assertThat(FormSchema.objections(HostileFiles.FORM)).isEmpty();
  }
}
