package dev.siyu.simulator.faults;

import dev.siyu.simulator.faults.Fault.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** The troubles switched on now. The same seed and the same calls give the same troubles. */
public final class Faults {

  private final List<Fault> active = new ArrayList<>();
  private long seed = 1;
  private Random random = new Random(seed);

  /**
   * Takes {@code {"seed":7,"faults":[...]}} (replaces all; {@code {}} ends all) or one fault object
   * (replaces the one of the same target, endpoint and kind).
   */
  public synchronized void change(JsonNode wanted) {
    if (wanted.has("kind")) {
      Fault one = Fault.of(wanted);
      active.removeIf(old -> same(old, one));
      active.add(one);
      return;
    }
    List<Fault> all = new ArrayList<>();
    wanted.path("faults").forEach(node -> all.add(Fault.of(node)));
    active.clear();
    active.addAll(all);
    seed = wanted.path("seed").asLong(seed);
    random = new Random(seed);
  }

  public synchronized Map<String, Object> shown() {
    return Map.of("seed", seed, "faults", List.copyOf(active));
  }

  public synchronized List<Fault> active() {
    return List.copyOf(active);
  }

  /** Draws the troubles of one call; each draw uses up {@code times}. */
  public synchronized Trouble draw(Target target, String endpoint) {
    EnumMap<Fault.Kind, Fault> hits = new EnumMap<>(Fault.Kind.class);
    for (int i = 0; i < active.size(); i++) {
      Fault fault = active.get(i);
      if (fault.touches(target, endpoint) && random.nextDouble() < fault.share()) {
        hits.putIfAbsent(fault.kind(), fault);
        active.set(i, fault.once());
      }
    }
    active.removeIf(fault -> fault.times() == 0);
    return new Trouble(hits);
  }

  /** A number in 0..bound-1 from the seeded source. */
  public synchronized int number(int bound) {
    return random.nextInt(bound);
  }

  private static boolean same(Fault a, Fault b) {
    return a.target() == b.target() && a.endpoint().equals(b.endpoint()) && a.kind() == b.kind();
  }
}
