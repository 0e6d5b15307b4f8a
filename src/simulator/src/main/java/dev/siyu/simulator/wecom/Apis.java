package dev.siyu.simulator.wecom;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which path leads to which API, and which token it wants. */
final class Apis {

  /** The token a path wants. */
  enum Wants {
    NOTHING,
    ANY_TOKEN,
    APP_TOKEN
  }

  record Entrance(Wants wants, Api api) {}

  private final Map<String, Entrance> entrances = new HashMap<>();

  @Nullable Entrance find(String path) {
    return entrances.get(path);
  }

  Apis open(String path, Api api) {
    return put(path, Wants.NOTHING, api);
  }

  Apis add(String path, Api api) {
    return put(path, Wants.ANY_TOKEN, api);
  }

  Apis app(String path, Api api) {
    return put(path, Wants.APP_TOKEN, api);
  }

  private Apis put(String path, Wants wants, Api api) {
    entrances.put(path, new Entrance(wants, api));
    return this;
  }
}
