package dev.siyu.entries;

import dev.siyu.engine.JourneyRuns;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** An engine that starts what it is asked to and forgets to answer when a test wants so. */
public final class FakeRuns implements JourneyRuns {

  /** What it started: key and definition. */
  public final Map<Long, Long> started = new LinkedHashMap<>();

  public final Map<Long, String> variables = new LinkedHashMap<>();
  public final Map<Long, List<String>> beginnings = new LinkedHashMap<>();
  public final Set<Long> alive = new HashSet<>();
  public final List<Long> cancelled = new ArrayList<>();
  public final Map<Long, Map<String, Object>> set = new LinkedHashMap<>();

  /** It lets nobody be cancelled. */
  public boolean keepsAll;

  /** Answers instead of the truth, the first one first. */
  public final Queue<Started> lies = new ArrayDeque<>();

  private long next = 5_000;

  @Override
  public Started start(long definitionKey, List<String> before, String json) {
    var lie = lies.poll();
    if (lie instanceof Started.Busy || lie instanceof Started.Refused) {
      return lie;
    }
    long key = next++;
    started.put(key, definitionKey);
    variables.put(key, json);
    beginnings.put(key, before);
    alive.add(key);
    return lie == null ? new Started.Running(key) : lie;
  }

  @Override
  public Reply alive(long instanceKey) {
    return alive.contains(instanceKey) ? Reply.DONE : Reply.GONE;
  }

  @Override
  public Reply cancel(long instanceKey) {
    cancelled.add(instanceKey);
    if (keepsAll) {
      return Reply.REFUSED;
    }
    return alive.remove(instanceKey) ? Reply.DONE : Reply.GONE;
  }

  @Override
  public Reply set(long scopeKey, Map<String, Object> values) {
    set.put(scopeKey, values);
    return Reply.DONE;
  }

  @Override
  public Reply migrate(long instanceKey, long definitionKey, Map<String, String> elements) {
    return Reply.REFUSED;
  }
}
