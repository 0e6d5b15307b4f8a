package dev.siyu.groups;

import dev.siyu.calls.CallResult;
import dev.siyu.touchpoints.Touch;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.touchpoints.Touchpoints;
import dev.siyu.wecom.WeCom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Staff who are asked to send messages to customers, and the ledger before them. */
final class FakeStaff implements WeCom, Touchpoints {

  final List<String> sent = new ArrayList<>();
  final Deque<TouchOutcome> answers = new ArrayDeque<>();
  private final Map<Object, TouchOutcome> made = new HashMap<>();

  @Override
  public TouchOutcome make(Touch touch, Supplier<CallResult<Receipt>> call) {
    var planned = answers.poll();
    return planned != null
        ? planned
        : made.computeIfAbsent(
            touch.key(),
            key ->
                call.get() instanceof CallResult.Ok<Receipt> ok
                    ? new TouchOutcome.Queued(ok.value().providerId())
                    : new TouchOutcome.Unknown("x", "x"));
  }

  @Override
  public CallResult<String> createMassSend(String staff, List<String> ids, String text) {
    sent.add(staff + " " + ids + " " + text);
    return new CallResult.Ok<>("msg" + sent.size());
  }

  @Override
  public CallResult<Boolean> sendWelcome(String welcomeCode, String text) {
    throw new AssertionError("no welcome here");
  }

  @Override
  public CallResult<Contact> contact(String externalUserId) {
    throw new AssertionError("no contact here");
  }

  @Override
  public CallResult<Boolean> markTags(
      String staff, String externalUserId, List<String> add, List<String> remove) {
    throw new AssertionError("no tags here");
  }

  @Override
  public CallResult<List<MassSendResult>> massSendResults(String msgId, String staffUserId) {
    throw new AssertionError("no results here");
  }

  @Override
  public CallResult<Boolean> sendAppMessage(String staffUserId, String text) {
    throw new AssertionError("no app message here");
  }
}
