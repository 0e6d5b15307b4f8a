package dev.siyu.layers;

import dev.siyu.engine.EngineOperations;
import dev.siyu.engine.EngineRefused;
import dev.siyu.time.DueWork;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has the engine know the decision table that is in force, so that its history shows which one it
 * was. Nothing is evaluated there.
 */
@Component
class RulesInEngine implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(RulesInEngine.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final RulesTable table;
  private final EngineOperations engine;
  private final Clock clock;
  private volatile int deployed;
  private volatile Instant notBefore = Instant.MIN;

  RulesInEngine(RulesTable table, EngineOperations engine, Clock clock) {
    this.table = table;
    this.engine = engine;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "layer-rules";
  }

  @Override
  public Optional<Instant> nextDue() {
    if (deployed == table.newest()) {
      return Optional.empty();
    }
    var now = clock.instant();
    return Optional.of(notBefore.isAfter(now) ? notBefore : now);
  }

  @Override
  public void runDue(Instant now) {
    var rules = table.latest().orElseThrow();
    var content = rules.xml().getBytes(StandardCharsets.UTF_8);
    try {
      engine.deploy(List.of(new EngineOperations.Resource("layer.dmn", content)));
      deployed = rules.version();
    } catch (EngineRefused e) {
      notBefore = now.plus(PAUSE);
      log.info(
          "Layer rules {} are not in the engine yet, again in {}: {}",
          rules.version(),
          PAUSE,
          e.getMessage());
    }
  }
}
