package dev.siyu.rehearsalroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.rehearsals.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StageGroupsTest {

  private static String shipped(String journey) {
    var file = "/processes/" + journey + "/" + journey + ".bpmn";
    try (var found = StageGroupsTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(found, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean opens(String journey, String xml) {
    var whole = FakeProduct.order("well");
    var order =
        new Stage.Order(
            1,
            journey,
            List.of(new Stage.Drawing(journey, xml)),
            "speed=max",
            List.of(),
            null,
            0,
            whole.standsAt(),
            whole.grain(),
            whole.people());
    return order.drawings().stream().anyMatch(one -> StageGroups.isOfGroups(order, one));
  }

  @Test
  void shouldOpenGroupsForADrawingThatBeginsWithAGroupsWeekWhateverItIsCalled() {
    var weekly = shipped("group-weekly-sop");
    assertThat(opens("group-weekly-sop", weekly)).isTrue();
    assertThat(opens("my-weeks", weekly)).as("called otherwise").isTrue();
    assertThat(opens("group-buy", shipped("first-order"))).as("named after groups only").isFalse();
  }
}
