package dev.siyu.handovers;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Transfers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Transfers in memory: a test says what single customers and whole calls end like. */
final class FakeTransfers implements Transfers {

  final List<String> calls = new ArrayList<>();
  final Map<String, Integer> codes = new HashMap<>();
  final Map<String, Result> results = new LinkedHashMap<>();

  /** Endings of the next calls: a code, "busy", "lost" (done, no answer) or "gone" (not done). */
  final Deque<String> troubles = new ArrayDeque<>();

  @Override
  public CallResult<Map<String, Integer>> start(
      Pair pair, List<String> externalUserIds, String message) {
    calls.add(
        pair.fromUserId()
            + ">"
            + pair.toUserId()
            + " "
            + externalUserIds.size()
            + (pair.resigned() ? " resigned" : ""));
    var trouble = troubles.isEmpty() ? "" : troubles.poll();
    if (trouble.isEmpty() || trouble.equals("lost")) {
      externalUserIds.forEach(
          one -> results.putIfAbsent(one, new Result(one, Status.WAITING, null)));
    }
    return switch (trouble) {
      case "" -> {
        var answer = new LinkedHashMap<String, Integer>();
        externalUserIds.forEach(one -> answer.put(one, codes.getOrDefault(one, 0)));
        yield new CallResult.Ok<>(answer);
      }
      case "busy" -> new CallResult.Retryable<>("45009", "often", Duration.ofMinutes(1));
      case "lost", "gone" -> new CallResult.Unknown<>("SIYU-3202", "no answer");
      default -> new CallResult.Declined<>(trouble, "no");
    };
  }

  @Override
  public CallResult<List<Result>> results(Pair pair) {
    return new CallResult.Ok<>(List.copyOf(results.values()));
  }

  void decide(Status status) {
    results.replaceAll((id, result) -> new Result(id, status, result.takenOverAt()));
  }
}
