package dev.siyu.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits due events so that within one wave nobody has events of two kinds: an add and the same
 * customer's order travel by different ways and might overtake each other.
 */
final class Waves {

  private Waves() {}

  static List<List<ReplayStore.Due>> of(List<ReplayStore.Due> due) {
    List<List<ReplayStore.Due>> waves = new ArrayList<>();
    List<ReplayStore.Due> wave = new ArrayList<>();
    Map<String, PlannedEvent.Kind> kinds = new HashMap<>();
    for (ReplayStore.Due event : due) {
      PlannedEvent.Kind other = kinds.putIfAbsent(event.customer(), event.kind());
      if (other != null && other != event.kind()) {
        waves.add(wave);
        wave = new ArrayList<>();
        kinds.clear();
        kinds.put(event.customer(), event.kind());
      }
      wave.add(event);
    }
    if (!wave.isEmpty()) {
      waves.add(wave);
    }
    return waves;
  }
}
