package dev.siyu.moves;

import dev.siyu.batching.Remembered;
import dev.siyu.engine.JobGate;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Keeps the steps of a journey from beginning while its runs are moved or ended: what stands still
 * is taken along as it is. They come again soon after.
 */
@Component
class MoveGate implements JobGate {

  private static final Duration REST = Duration.ofSeconds(20);
  private static final Duration KEPT = Duration.ofSeconds(1);

  private final Remembered<Set<String>> moving;

  MoveGate(MoveTable table) {
    this.moving = new Remembered<>(KEPT, table::running);
  }

  @Override
  public Optional<Duration> hold(String processId, long jobKey) {
    return moving.get().contains(processId)
        ? Optional.of(REST.plusMillis(Math.floorMod(jobKey, 20_000)))
        : Optional.empty();
  }
}
