package dev.siyu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.drawn.LaunchApproval;
import dev.siyu.drawn.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LaunchApprovalTest {

  private static JourneyScenarios journey;

  @BeforeAll
  static void deploy() throws IOException {
    journey = new JourneyScenarios(LaunchApproval.PROCESS_ID, Messages.APPROVAL_ASKED_LAUNCH);
  }

  @AfterAll
  static void stop() {
    journey.close();
  }

  static List<Scenario> scenarios() {
    return Scenario.of(LaunchApproval.PROCESS_ID);
  }

  @Order(1)
  @ParameterizedTest
  @MethodSource("scenarios")
  void shouldGoThePathOf(Scenario scenario) {
    journey.play(scenario);
  }

  @Order(2)
  @Test
  void shouldReachEveryFlowOfTheDrawing() throws IOException {
    // given
    var readme =
        Files.readString(Path.of("..", "processes", LaunchApproval.PROCESS_ID, "README.md"));

    // when
    var missed = journey.missed();

    // then
    assertThat(missed).as("flow nodes and flows no scenario reaches").isEmpty();
    assertThat(readme).as("coverage named in the README").contains(journey.coverage());
  }
}
