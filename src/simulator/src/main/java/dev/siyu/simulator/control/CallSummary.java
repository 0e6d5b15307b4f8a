package dev.siyu.simulator.control;

import dev.siyu.simulator.journal.Call;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import java.util.Map;
import java.util.TreeMap;

/** How many calls of each kind got which code. Guarded by the journal's lock. */
public final class CallSummary implements Projection {

  private final Map<String, Map<String, Long>> counts = new TreeMap<>();
  private long total;

  @Override
  public void apply(Fact fact, Moment moment) {}

  @Override
  public void heard(Call call) {
    total++;
    counts
        .computeIfAbsent(call.kind(), kind -> new TreeMap<>())
        .merge(String.valueOf(call.code()), 1L, Long::sum);
  }

  public long total() {
    return total;
  }

  public Map<String, Map<String, Long>> byKind() {
    Map<String, Map<String, Long>> copy = new TreeMap<>();
    counts.forEach((kind, codes) -> copy.put(kind, new TreeMap<>(codes)));
    return copy;
  }
}
