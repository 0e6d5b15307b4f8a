package dev.siyu.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DmnTest {

  private static final String TABLE =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d"
          namespace="n">
        <decision id="size" name="size">
          <decisionTable id="t" hitPolicy="FIRST">
            <input id="i"><inputExpression id="e"><text>amount</text></inputExpression></input>
            <output id="o1" name="label" /><output id="o2" name="hours" />
            <output id="o3" name="second" /><output id="o4" name="none" />
            <rule id="r"><inputEntry id="c"><text>[10..20)</text></inputEntry>
              <outputEntry id="a1"><text>"middle"</text></outputEntry>
              <outputEntry id="a2"><text>2.5</text></outputEntry>
              <outputEntry id="a3"><text>true</text></outputEntry>
              <outputEntry id="a4"><text>null</text></outputEntry></rule>
          </decisionTable>
        </decision>
      </definitions>
      """;

  @Test
  void shouldAnswerWithTexts() throws Dmn.Unreadable {
    // when
    var answer = Dmn.read(TABLE, "size").on(Map.of("amount", 12));

    // then
    assertThat(answer)
        .isInstanceOfSatisfying(
            Dmn.Said.class,
            said -> {
              assertThat(said.text("label")).isEqualTo("middle");
              assertThat(said.text("hours")).isEqualTo("2.5");
              assertThat(said.text("second")).isEqualTo("true");
              assertThat(said.text("none")).isEmpty();
              assertThat(said.text("nobody")).isEmpty();
            });
  }

  @Test
  void shouldSayWhyItHasNoAnswer() throws Dmn.Unreadable {
    var table = Dmn.read(TABLE, "size");

    assertThat(table.on(Map.of("amount", 20))).isInstanceOf(Dmn.Silent.class);
    assertThat(Dmn.read(TABLE, "elsewhere").on(Map.of("amount", 12)))
        .isInstanceOf(Dmn.Silent.class);
    assertThatThrownBy(() -> Dmn.read("<a/>", "size")).isInstanceOf(Dmn.Unreadable.class);
  }
}
