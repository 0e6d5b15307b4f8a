package dev.siyu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.engine.JobWork;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.ResolvableType;

class EnclosureRulesTest {

  private final WorkerCatalogue workers =
      new WorkerCatalogue(
          new DefaultListableBeanFactory()
              .getBeanProvider(ResolvableType.forClassWithGenerics(JobWork.class, Record.class)));
  private final LiveFacts facts = new QuietFacts();
  private final DrawingCheck check =
      new DrawingCheck(new WorkRules(workers, facts), new Steps(workers), facts);

  @Test
  void shouldTakeADrawingThatDecidesByItsOwnTable() {
    assertThat(check.check(Deciding.drawing("cup"))).isEmpty();
  }

  @Test
  void shouldWarnOfAFormThatNobodyIsShown() {
    assertThat(check.check(Deciding.withForm()))
        .extracting(found -> found.rule() + " " + found.severity())
        .containsExactly("enclosure WARNING");
  }

  @Test
  void shouldRefuseAStepThatDecidesByATableThatIsNotThere() {
    var drawing = Deciding.drawing("cup").replace("decisionId=\"gift\"", "decisionId=\"gifts\"");
    assertThat(errors(drawing)).containsExactly("task_Gift decision");
  }

  @Test
  void shouldRefuseAStepWithoutResultVariable() {
    var drawing = Deciding.drawing("cup").replace(" resultVariable=\"gift\"", "");
    assertThat(errors(drawing)).contains("task_Gift decision");
  }

  @Test
  void shouldHoldATableAgainstTheRulesOfTables() {
    var hostile =
        Deciding.drawing("cup").replace("if spent", "if count(1..999999999) &gt; 1 and spent");
    assertThat(errors(hostile)).contains("null enclosure");
  }

  @Test
  void shouldRefuseAFormThatLoadsSomething() {
    var hostile =
        Deciding.withForm()
            .replace(
                "\"components\": [",
                "\"components\": [{\"type\": \"iframe\", \"url\": \"https://x\"},");
    assertThat(errors(hostile)).contains("null enclosure");
  }

  @Test
  void shouldRefuseAnEnclosureThatIsNotWhereItBelongs() {
    var drawing = Deciding.drawing("cup");
    var moved =
        drawing.replace(
            "</bpmn:process>", "<siyu:decision id=\"x\">=1</siyu:decision></bpmn:process>");
    var grown = drawing.replace("<siyu:decision id", "<siyu:decision onclick=\"x\" id");
    assertThat(errors(moved)).contains("deciding foreign");
    assertThat(errors(grown)).contains("deciding foreign");
  }

  @Test
  void shouldRefuseTwoTablesOfOneName() {
    var drawing = Deciding.drawing("cup");
    var from = drawing.indexOf("<siyu:decision");
    var to = drawing.indexOf("</siyu:decision>") + "</siyu:decision>".length();
    var twice = drawing.substring(0, to) + drawing.substring(from, to) + drawing.substring(to);
    assertThat(errors(twice)).contains("null enclosure");
  }

  @Test
  void shouldRefuseTwoFilesOfOneNameThoughTheirTablesDiffer() {
    // given the engine gets both under one file name
    var drawing = Deciding.drawing("cup");
    var from = drawing.indexOf("<siyu:decision");
    var to = drawing.indexOf("</siyu:decision>") + "</siyu:decision>".length();
    var other =
        drawing
            .substring(from, to)
            .replace("id=\"gift\"", "id=\"card\"")
            .replace("\"rank\"", "\"score\"")
            .replace("#rank", "#score")
            .replace("<text>rank", "<text>score");

    // when
    var twice = drawing.substring(0, to) + other + drawing.substring(to);

    // then
    assertThat(check.check(twice))
        .extracting(Finding::messageEn)
        .contains("used twice: DECISION file gift_table");
  }

  @Test
  void shouldRefuseATableThatCallsItselfOtherwiseThanTheDrawingDoes() {
    var drawing =
        Deciding.drawing("cup").replace("decision id=\"gift_table\"", "decision id=\"x\"");
    assertThat(check.check(drawing)).extracting(Finding::messageEn).contains("names differ: x");
  }

  private List<String> errors(String xml) {
    return check.check(xml).stream()
        .filter(found -> found.severity() == Finding.Severity.ERROR)
        .map(found -> found.elementId() + " " + found.rule())
        .toList();
  }
}
