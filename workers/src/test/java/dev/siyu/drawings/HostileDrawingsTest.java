package dev.siyu.drawings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.siyu.artifacts.DecisionTable;
import dev.siyu.artifacts.FormSchema;
import dev.siyu.artifacts.Objection;
import dev.siyu.journeys.Finding;
import dev.siyu.journeys.JourneyStudio;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody uploads is refused in seconds, with a sentence, before the engine sees it. */
class HostileDrawingsTest {

  private static final JourneyStudio STUDIO = Studio.open();
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @ParameterizedTest
  @MethodSource({
    "dev.siyu.drawings.Hostile#drawings",
    "dev.siyu.drawings.HostileBypasses#expressions",
    "dev.siyu.drawings.HostileBypasses#crowds",
    "dev.siyu.drawings.HostileBypasses#enclosures"
  })
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
  void shouldSayItselfThatADrawingIsNestedTooDeep() {
    // given no JDK is asked what it thinks of it
    var deep = "<a>".repeat(65) + "</a>".repeat(65);

    // then
    assertThat(STUDIO.check(deep))
        .singleElement()
        .extracting(Finding::messageEn)
        .asString()
        .contains("nested deeper than 64");
    assertThat(STUDIO.check("<a>".repeat(64) + "</a>".repeat(64)))
        .singleElement()
        .extracting(Finding::rule)
        .isEqualTo("one-process");
  }

  @Test
  void shouldTakeIntervalsInEitherSpelling() {
    for (var interval : List.of("[1000..5000)", "]1000..5000[", "(1000..5000]", "[1..2],[5..9]")) {
      assertThat(
              DecisionTable.objections(
                  HostileFiles.TABLE.replace(
                      "<text>&lt; 50000</text>", "<text>" + interval + "</text>")))
          .as(interval)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../processes/approval/limits.dmn",
        "../processes/core-layer-promotion/layer.dmn",
        "../processes/fission-with-screening/screening.dmn",
        "../processes/readiness-check/readiness.dmn"
      })
  void shouldTakeTheTablesTheProductItselfShips(String file) {
    assertThat(DecisionTable.objections(HostileFiles.read(file))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"approval-answer", "approval-decision", "dispute-answer"})
  void shouldTakeTheFormsTheProductItselfShips(String form) {
    assertThat(FormSchema.objections(HostileFiles.read("../forms/" + form + ".form"))).isEmpty();
  }
}
