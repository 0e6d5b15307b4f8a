package dev.siyu.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.customers.CustomerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Plays the scenarios of one journey and measures how much of its drawing they reach. */
final class JourneyScenarios implements AutoCloseable {

  private static final Pattern FLOW_FROM_WAIT =
      Pattern.compile(
          "<bpmn:sequenceFlow id=\"([^\"]+)\" sourceRef=\"wait_[^\"]+\" targetRef=\"([^\"]+)\"");
  private static final Pattern REACHABLE =
      Pattern.compile(
          "<bpmn:(?:startEvent|endEvent|intermediateCatchEvent|boundaryEvent|exclusiveGateway"
              + "|eventBasedGateway|serviceTask|userTask|subProcess|sequenceFlow) id=\"([^\"]+)\"");

  private final String journey;
  private final String startMessage;
  private final TestEngine engine = new TestEngine();
  private final Track track = new Track(engine);
  private final AtomicInteger customers = new AtomicInteger(1_000);
  private final String xml;

  JourneyScenarios(String journey, String startMessage) throws IOException {
    this.journey = journey;
    this.startMessage = startMessage;
    xml = Files.readString(Path.of("..", "processes", journey, journey + ".bpmn"));
    try (var forms = Files.list(Path.of("..", "forms"))) {
      forms.forEach(
          form ->
              engine
                  .client
                  .newDeployResourceCommand()
                  .addResourceFile(form.toString())
                  .send()
                  .join());
    }
    engine
        .client
        .newDeployResourceCommand()
        .addResourceStringUtf8(xml.replace(UserTaskJobs.NATIVE, ""), journey + ".bpmn")
        .send()
        .join();
  }

  void play(Scenario scenario) {
    var play = new Play(engine, new CustomerId("C" + customers.incrementAndGet()));
    play.run(startMessage, scenario);
    var instance = track.lastStarted(journey);
    var expect = scenario.expect();
    assertThat(track.incidents()).as("incidents").isEmpty();
    assertThat(track.visited(instance)).as("path").containsSubsequence(expect.visits());
    assertThat(play.touchpoints.asked).as("touches").isEqualTo(expect.touches());
    assertThat(play.announcedWithOrders()).as("announced").isEqualTo(expect.announced());
    if (expect.end() == null) {
      assertThat(track.isOver(instance)).as("over").isFalse();
      engine.client.newCancelInstanceCommand(instance).send().join();
    } else {
      assertThat(track.visited(instance)).as("end").contains(expect.end());
      assertThat(track.isOver(instance)).as("over").isTrue();
    }
    if (expect.stage() != null) {
      assertThat(play.customers.stages.get(play.customer)).hasToString(expect.stage());
    }
    if (expect.tags() != null) {
      assertThat(play.customers.tags.get(play.customer)).containsExactlyElementsOf(expect.tags());
    }
  }

  /**
   * Flow nodes and flows no scenario reached. The engine records no flow out of an event-based
   * gateway, so such a flow counts with the event it leads to.
   */
  Set<String> missed() {
    var reached = new HashSet<>(track.covered(journey));
    FLOW_FROM_WAIT
        .matcher(xml)
        .results()
        .filter(flow -> reached.contains(flow.group(2)))
        .toList()
        .forEach(flow -> reached.add(flow.group(1)));
    var missed = drawn();
    missed.removeAll(reached);
    return missed;
  }

  String coverage() {
    var all = drawn().size();
    return "%d/%d".formatted(all - missed().size(), all);
  }

  private Set<String> drawn() {
    var ids = new TreeSet<String>();
    REACHABLE.matcher(xml).results().forEach(found -> ids.add(found.group(1)));
    return ids;
  }

  @Override
  public void close() {
    engine.close();
  }
}
