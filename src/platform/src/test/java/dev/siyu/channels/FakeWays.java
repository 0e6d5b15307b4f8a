package dev.siyu.channels;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.ContactWays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Live codes in memory; a test says what the next call ends like. */
final class FakeWays implements ContactWays {

  final Map<String, Known> codes = new LinkedHashMap<>();
  final List<String> calls = new ArrayList<>();

  /** The code of the next answers that are not ok; {@code lost}: done, but no answer. */
  final List<String> troubles = new ArrayList<>();

  @Override
  public CallResult<Made> add(Way way) {
    calls.add("add " + way.state() + " " + way.staffUserIds());
    var made = new Made("config" + codes.size(), "qr" + codes.size());
    var trouble = troubles.isEmpty() ? "" : troubles.removeFirst();
    if (trouble.isEmpty() || trouble.equals("lost")) {
      codes.put(made.configId(), new Known(made, way));
    }
    return ending(trouble, made);
  }

  @Override
  public CallResult<Boolean> update(String configId, Way way) {
    calls.add("update " + way.state() + " " + way.staffUserIds());
    var trouble = troubles.isEmpty() ? "" : troubles.removeFirst();
    if (trouble.isEmpty() || trouble.equals("lost")) {
      codes.computeIfPresent(configId, (id, known) -> new Known(known.made(), way));
    }
    return ending(trouble, true);
  }

  @Override
  public CallResult<Boolean> delete(String configId) {
    calls.add("delete " + configId);
    var trouble = troubles.isEmpty() ? "" : troubles.removeFirst();
    if (trouble.isEmpty()) {
      codes.remove(configId);
    }
    return ending(trouble, true);
  }

  @Override
  public CallResult<List<Known>> madeBetween(Instant from, Instant to) {
    return new CallResult.Ok<>(List.copyOf(codes.values()));
  }

  List<String> behind(String state) {
    return codes.values().stream()
        .filter(known -> known.way().state().equals(state))
        .findFirst()
        .orElseThrow()
        .way()
        .staffUserIds();
  }

  private static <T> CallResult<T> ending(String trouble, T value) {
    return switch (trouble) {
      case "" -> new CallResult.Ok<>(value);
      case "lost" -> new CallResult.Unknown<>("SIYU-3202", "no answer");
      default -> new CallResult.Broken<>(trouble, "refused");
    };
  }
}
