package dev.siyu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine itself takes a drawing with what stands in it. */
class EnclosuresInEngineTest {

  private ZeebeTestEngine engine;
  private ZeebeClient client;

  @BeforeEach
  void start() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      engine = EngineFactory.create(socket.getLocalPort());
    }
    engine.start();
    client = engine.createClient();
  }

  @AfterEach
  void stop() {
    client.close();
    engine.stop();
  }

  @Test
  void shouldLetEachVersionDecideByTheTableItWasApprovedWith() {
    // given
    int first = deploy("cup");
    int second = deploy("card");
    int again = deploy("card");

    // then
    assertThat(again).as("nothing changed").isEqualTo(second).isNotEqualTo(first);
    assertThat(decided(second, 150)).isEqualTo("card");
    assertThat(decided(first, 150)).as("the earlier version, started later").isEqualTo("cup");
    assertThat(decided(first, 50)).isEqualTo("nothing");
  }

  @Test
  void shouldLetATableSeeAnotherThatIsNamedByItsIdOnly() {
    // given
    var drawing = Deciding.drawing("cup");
    var named = "<variable id=\"v\" name=\"rank\" typeRef=\"number\" />";
    assertThat(drawing).contains(named);

    // when
    int version = deployed(drawing.replace(named, "<description>x</description>"));

    // then
    assertThat(decided(version, 150)).isEqualTo("cup");
    assertThat(decided(version, 50)).isEqualTo("nothing");
  }

  private int deploy(String gift) {
    return deployed(Deciding.drawing(gift));
  }

  private int deployed(String drawing) {
    var resources = Shipment.of("deciding", drawing).process();
    var command =
        client
            .newDeployResourceCommand()
            .addResourceBytes(resources.getFirst().content(), resources.getFirst().name());
    for (var resource : resources.subList(1, resources.size())) {
      command = command.addResourceBytes(resource.content(), resource.name());
    }
    return command.send().join().getProcesses().getFirst().getVersion();
  }

  private @Nullable Object decided(int version, int spent) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("deciding")
        .version(version)
        .variables(Map.of("spent", spent))
        .withResult()
        .send()
        .join()
        .getVariablesAsMap()
        .get("gift");
  }
}
