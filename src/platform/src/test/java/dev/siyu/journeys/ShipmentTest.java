package dev.siyu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.engine.EngineOperations.Resource;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShipmentTest {

  @Test
  void shouldBringADrawingWithoutEnclosuresByteForByte() {
    // given
    var plain = Deciding.drawing("cup").replaceAll("(?s)<siyu:.*</siyu:decision>", "");
    var drawing = plain.replace(" xmlns:siyu=\"" + Enclosures.NAMESPACE + "\"", "");

    // when
    var shipment = Shipment.of("deciding", drawing);

    // then
    assertThat(shipment.process()).extracting(ShipmentTest::text).containsExactly(drawing);
    assertThat(shipment.forms()).isEmpty();
  }

  @Test
  void shouldNameTheTableByItsTextInTheDrawingAndInItself() {
    // when
    var shipment = Shipment.of("deciding", Deciding.drawing("cup"));

    // then
    assertThat(shipment.process())
        .extracting(Resource::name)
        .containsExactly("deciding.bpmn", "deciding-gift_table.dmn");
    var drawing = text(shipment.process().getFirst());
    var table = text(shipment.process().getLast());
    var called = drawing.replaceAll("(?s).*decisionId=\"([^\"]+)\".*", "$1");
    assertThat(called).as("the name in the drawing").matches("gift_[0-9a-f]{12}");
    assertThat(table)
        .contains("<decision id=\"" + called + "\"")
        .contains("href=\"#rank" + called.substring("gift".length()) + "\"")
        .contains("href=\"#input_spent\"");
    assertThat(drawing).as("what the engine gets").doesNotContain("siyu:decision");
  }

  @Test
  void shouldBringTheTableHoweverItsNamespaceIsSpelt() {
    // given
    var spelt = Enclosures.NAMESPACE.replace("siyu.dev", "siyu&#46;dev");

    // when
    var shipment =
        Shipment.of("deciding", Deciding.drawing("cup").replace(Enclosures.NAMESPACE, spelt));

    // then
    assertThat(shipment.process()).extracting(Resource::name).contains("deciding-gift_table.dmn");
    assertThat(text(shipment.process().getFirst())).doesNotContain("siyu:decision");
  }

  @Test
  void shouldGiveAnotherTextAnotherNameAndTheSameTextTheSame() {
    // when
    var one = text(Shipment.of("deciding", Deciding.drawing("cup")).process().getFirst());
    var again = text(Shipment.of("deciding", Deciding.drawing("cup")).process().getFirst());
    var other = text(Shipment.of("deciding", Deciding.drawing("card")).process().getFirst());

    // then
    assertThat(again).as("the same drawing keeps its version").isEqualTo(one);
    assertThat(other).as("another table is another version").isNotEqualTo(one);
  }

  @Test
  void shouldBringFormsWithTheirNewName() {
    // given
    var drawing =
        Deciding.withForm()
            .replace(
                "<zeebe:calledDecision",
                "<zeebe:formDefinition formId=\"gift-form\" /><zeebe:calledDecision");

    // when
    var shipment = Shipment.of("deciding", drawing);

    // then
    var form = text(shipment.forms().getFirst());
    assertThat(form).containsPattern("\"id\":\"gift-form_[0-9a-f]{12}\"").contains("想要什么");
    assertThat(text(shipment.process().getFirst()))
        .containsPattern("formId=\"gift-form_[0-9a-f]{12}\"");
  }

  private static String text(Resource resource) {
    return new String(resource.content(), StandardCharsets.UTF_8);
  }
}
