package dev.siyu.simulator.faults;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one call has to suffer; mostly nothing. */
public record Trouble(Map<Fault.Kind, Fault> hits) {

  public Optional<Fault> hit(Fault.Kind kind) {
    return Optional.ofNullable(hits.get(kind));
  }

  public boolean has(Fault.Kind kind) {
    return hits.containsKey(kind);
  }

  public long latencyMillis() {
    return hit(Fault.Kind.LATENCY).map(Fault::millis).orElse(0L);
  }

  /** For the call's record; null when untouched. */
  public @Nullable String name() {
    return hits.isEmpty()
        ? null
        : String.join("+", hits.keySet().stream().map(Enum::name).toList());
  }
}
