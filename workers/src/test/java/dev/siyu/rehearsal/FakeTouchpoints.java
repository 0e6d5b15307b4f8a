package dev.siyu.rehearsal;

import dev.siyu.calls.CallResult;
import dev.siyu.touchpoints.Touch;
import dev.siyu.touchpoints.TouchKey;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.touchpoints.Touchpoints;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A ledger that answers what a scenario wants and otherwise makes the call once per key. */
final class FakeTouchpoints implements Touchpoints {

  final List<String> asked = new ArrayList<>();
  final List<Touch> touches = new ArrayList<>();
  private final Map<String, Deque<String>> answers = new HashMap<>();
  private final Map<TouchKey, TouchOutcome> made = new HashMap<>();
  private final Clock clock;

  FakeTouchpoints(Clock clock) {
    this.clock = clock;
  }

  /**
   * The next answers at a step: an outcome, {@code LATER P1D}, or {@code MADE} for the call itself;
   * then the call is made.
   */
  void answer(String step, List<String> next) {
    answers.put(step, new ArrayDeque<>(next));
  }

  @Override
  public TouchOutcome make(Touch touch, Supplier<CallResult<Receipt>> call) {
    var planned = answers.getOrDefault(touch.key().step(), new ArrayDeque<>()).poll();
    var known = made.get(touch.key());
    var outcome =
        planned != null && !planned.equals("MADE")
            ? answer(planned)
            : known != null ? again(known) : result(call.get());
    if (outcome instanceof TouchOutcome.Sent || outcome instanceof TouchOutcome.Queued) {
      made.put(touch.key(), outcome);
    }
    touches.add(touch);
    asked.add(touch.key().step() + " " + outcome.getClass().getSimpleName());
    return outcome;
  }

  private TouchOutcome answer(String planned) {
    var words = planned.split(" ");
    return switch (words[0]) {
      case "LATER" ->
          new TouchOutcome.Refused(
              "QUIET_HOURS", "quiet", clock.instant().plus(Duration.parse(words[1])));
      case "REFUSED" -> new TouchOutcome.Refused("CONSENT", "no consent", null);
      case "DECLINED" -> new TouchOutcome.Declined("84061", "not a friend");
      case "UNKNOWN" -> new TouchOutcome.Unknown("TIMEOUT", "no answer");
      case "RETRYABLE" -> new TouchOutcome.Retryable("45009", "quota", Duration.ZERO);
      case "BROKEN" -> new TouchOutcome.Broken("SIYU-3090", "no content");
      default -> throw new IllegalArgumentException("answer: " + planned);
    };
  }

  private static TouchOutcome again(TouchOutcome known) {
    return known instanceof TouchOutcome.Sent sent
        ? new TouchOutcome.AlreadySent(sent.providerId())
        : known;
  }

  private static TouchOutcome result(CallResult<Receipt> result) {
    return switch (result) {
      case CallResult.Ok<Receipt> ok ->
          ok.value().queued()
              ? new TouchOutcome.Queued(ok.value().providerId())
              : new TouchOutcome.Sent(ok.value().providerId());
      case CallResult.Declined<Receipt> no -> new TouchOutcome.Declined(no.code(), no.reason());
      case CallResult.Retryable<Receipt> later ->
          new TouchOutcome.Retryable(later.code(), later.reason(), later.after());
      case CallResult.Broken<Receipt> broken ->
          new TouchOutcome.Broken(broken.code(), broken.reason());
      case CallResult.Unknown<Receipt> none -> new TouchOutcome.Unknown(none.code(), none.reason());
    };
  }
}
