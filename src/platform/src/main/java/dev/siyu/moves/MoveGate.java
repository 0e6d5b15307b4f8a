package dev.siyu.moves;

import dev.siyu.engine.JobGate;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * Keeps the steps of a journey from beginning while its runs are moved or ended: what stands still
 * is taken along as it is. They come again soon after.
 */
@Component
class MoveGate implements JobGate {

  private static final Duration REST = Duration.ofSeconds(20);
  private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private record Known(Set<String> moving, long readAtNanos) {}

  private final MoveTable table;
  private final AtomicReference<Known> known = new AtomicReference<>();

  MoveGate(MoveTable table) {
    this.table = table;
  }

  @Override
  public Optional<Duration> hold(String processId, long jobKey) {
    var last = known.get();
    if (last == null || System.nanoTime() - last.readAtNanos > KEPT_NANOS) {
      last = new Known(table.running(), System.nanoTime());
      known.set(last);
    }
    return last.moving.contains(processId)
        ? Optional.of(REST.plusMillis(Math.floorMod(jobKey, 20_000)))
        : Optional.empty();
  }
}
