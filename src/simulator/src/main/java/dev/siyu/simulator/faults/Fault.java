package dev.siyu.simulator.faults;

import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.http.Json;
import tools.jackson.databind.JsonNode;

/**
 * One trouble, switched on.
 *
 * @param endpoint the call's kind, for example {@code mark_tag}, or {@code *}
 * @param share of the calls it touches, 0..1
 * @param times how many calls it still touches; -1 without end
 * @param millis latency, how long a silent connection is held, or the window of a shuffle
 * @param code HTTP status or errcode
 */
public record Fault(
    Target target, String endpoint, Kind kind, double share, long times, long millis, int code) {

  /** Where it acts. */
  public enum Target {
    WECOM,
    MALL,
    WXSTORE,
    YOUZAN,
    CALLBACKS
  }

  /** What it does. */
  public enum Kind {
    /** Waits {@code millis}, then goes on. */
    LATENCY,
    /** Answers HTTP {@code code} (default 500) without effect. */
    STATUS,
    /** Answers {@code code} as errcode (WeCom) without effect. */
    ERRCODE,
    /** The effect happens, the answer never comes. */
    TIMEOUT_AFTER_EFFECT,
    /** The connection stands, nothing happens, no answer comes. */
    HALF_OPEN,
    /** A mall answers as if it did not know what it pushed (yet). */
    EMPTY,
    /** A callback is pushed up to three times although it was accepted. */
    DUPLICATE,
    /** Callbacks lose their order within {@code millis}. */
    SHUFFLE,
    /** A callback is never pushed: only reconciliation finds it. */
    DROP
  }

  boolean touches(Target where, String what) {
    return target == where && times != 0 && (endpoint.equals("*") || endpoint.equals(what));
  }

  Fault once() {
    return times < 0 ? this : new Fault(target, endpoint, kind, share, times - 1, millis, code);
  }

  static Fault of(JsonNode node) {
    Kind kind = named(Kind.class, Json.required(node, "kind"));
    double share = node.path("share").asDouble(1.0);
    if (share < 0 || share > 1) {
      throw new BadRequest("share: " + share + " (expected: 0..1)");
    }
    return new Fault(
        named(Target.class, Json.required(node, "target")),
        Json.textOrNull(node, "endpoint") == null ? "*" : Json.required(node, "endpoint"),
        kind,
        share,
        Json.whole(node, "times", -1),
        Json.whole(node, "millis", usualMillis(kind)),
        (int) Json.whole(node, "code", kind == Kind.ERRCODE ? -1 : 500));
  }

  private static long usualMillis(Kind kind) {
    return switch (kind) {
      case LATENCY -> 1_000;
      case TIMEOUT_AFTER_EFFECT, HALF_OPEN -> 30_000;
      case SHUFFLE -> 2_000;
      case STATUS, ERRCODE, EMPTY, DUPLICATE, DROP -> 0;
    };
  }

  private static <E extends Enum<E>> E named(Class<E> type, String name) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(name.replace('-', '_'))) {
        return constant;
      }
    }
    throw new BadRequest(
        name + " (expected: one of " + java.util.Arrays.toString(type.getEnumConstants()) + ")");
  }
}
