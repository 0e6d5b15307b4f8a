package dev.siyu.simulator.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps equal texts once: thousands of facts name the same people and the same words. */
public final class Texts {

  private static final int MOST = 50_000;

  private final Map<String, String> known = new HashMap<>();

  public String same(String text) {
    if (known.size() >= MOST) {
      known.clear();
    }
    return known.computeIfAbsent(text, t -> t);
  }

  public List<String> same(List<String> texts) {
    return texts.stream().map(this::same).toList();
  }
}
