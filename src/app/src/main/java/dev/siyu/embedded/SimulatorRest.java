package dev.siyu.embedded;

import dev.siyu.time.DueWork;
import dev.siyu.time.Quiet;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Whether the outside has delivered everything, and when its staff will confirm the next task. */
class SimulatorRest implements Quiet, DueWork {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SimulatorSpec simulator;

  SimulatorRest(SimulatorSpec simulator) {
    this.simulator = simulator;
  }

  @Override
  public String name() {
    return "simulator";
  }

  @Override
  public boolean isQuiet() {
    return pending().path("callbacks").asLong(1) == 0;
  }

  /** What it delivers is counted where it arrives. */
  @Override
  public long passed() {
    return 0;
  }

  @Override
  public boolean asksAnother() {
    return true;
  }

  @Override
  public Optional<Instant> nextDue() {
    JsonNode due = pending().path("nextDue");
    return due.isNumber() ? Optional.of(Instant.ofEpochMilli(due.asLong())) : Optional.empty();
  }

  /** The simulator confirms by itself; asking it what is pending makes it do so at once. */
  @Override
  public void runDue(Instant now) {
    pending();
  }

  private JsonNode pending() {
    return JSON.readTree(simulator.pending());
  }
}
