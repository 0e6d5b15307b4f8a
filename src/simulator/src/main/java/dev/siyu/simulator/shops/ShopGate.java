package dev.siyu.simulator.shops;

import dev.siyu.simulator.faults.Fault;
import dev.siyu.simulator.faults.Faults;
import dev.siyu.simulator.faults.Trouble;
import dev.siyu.simulator.http.Answer;
import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.http.Hashes;
import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.http.Pause;
import dev.siyu.simulator.http.Request;
import dev.siyu.simulator.journal.Call;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.Journal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What both malls do with a call before it is answered: troubles, limits, the record. */
final class ShopGate {

  /** Answers under the journal's lock; what it reads goes into {@code keys}. */
  @FunctionalInterface
  interface Api {
    Map<String, Object> answer(
        tools.jackson.databind.JsonNode body,
        Map<String, String> keys,
        Trouble trouble,
        Draft draft);
  }

  /** How a mall says that it will not. */
  @FunctionalInterface
  interface Refusal {
    Map<String, Object> of(int code, String message);
  }

  private final Journal journal;
  private final Faults faults;
  private final Pause pause;
  private final Fault.Target target;
  private final Refusal refusal;
  private final int tooOften;
  private final int callsPerMinute;
  private final Map<String, Integer> taken = new HashMap<>();
  private long minute;

  ShopGate(
      Journal journal,
      Faults faults,
      Pause pause,
      Fault.Target target,
      Refusal refusal,
      int tooOften,
      int callsPerMinute) {
    this.journal = journal;
    this.faults = faults;
    this.pause = pause;
    this.target = target;
    this.refusal = refusal;
    this.tooOften = tooOften;
    this.callsPerMinute = callsPerMinute;
  }

  Answer pass(Request request, String kind, Api api) {
    Trouble trouble = faults.draw(target, kind);
    pause.millis(trouble.latencyMillis());
    Fault silent =
        trouble
            .hit(Fault.Kind.HALF_OPEN)
            .or(() -> trouble.hit(Fault.Kind.TIMEOUT_AFTER_EFFECT))
            .orElse(null);
    if (silent != null) {
      return new Answer.Silence(silent.millis());
    }
    Fault status = trouble.hit(Fault.Kind.STATUS).orElse(null);
    if (status != null) {
      return Answer.error(status.code(), "simulated");
    }
    return Answer.json(
        journal.write(
            draft -> {
              Map<String, String> keys = new TreeMap<>();
              Map<String, Object> answer = answered(request, kind, api, trouble, keys, draft);
              draft.call(
                  new Call(
                      target.name().toLowerCase(java.util.Locale.ROOT) + ":" + kind,
                      keys,
                      Hashes.of(request.body()),
                      code(answer),
                      trouble.name()));
              return answer;
            }));
  }

  private Map<String, Object> answered(
      Request request,
      String kind,
      Api api,
      Trouble trouble,
      Map<String, String> keys,
      Draft draft) {
    Fault errcode = trouble.hit(Fault.Kind.ERRCODE).orElse(null);
    if (errcode != null) {
      return refusal.of(errcode.code(), "by fault");
    }
    if (!take(kind, draft.at())) {
      return refusal.of(tooOften, "called too often");
    }
    try {
      return api.answer(Json.read(request.body()), keys, trouble, draft);
    } catch (BadRequest e) {
      return refusal.of(47001, String.valueOf(e.getMessage()));
    }
  }

  private static int code(Map<String, Object> answer) {
    Object code = answer.getOrDefault("errcode", answer.get("code"));
    return code instanceof Integer number ? number : -1;
  }

  private synchronized boolean take(String kind, Instant at) {
    long now = at.getEpochSecond() / 60;
    if (now != minute) {
      taken.clear();
      minute = now;
    }
    return taken.merge(kind, 1, Integer::sum) <= callsPerMinute;
  }
}
