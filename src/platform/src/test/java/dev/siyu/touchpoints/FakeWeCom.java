package dev.siyu.touchpoints;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Attachment;
import dev.siyu.wecom.MassSendTasks;
import dev.siyu.wecom.WeCom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Mass-send tasks in memory, with every call written down; nothing else is asked here. */
class FakeWeCom implements WeCom, MassSendTasks, Enclosures {

  final List<String> calls = new ArrayList<>();

  /** What the next calls of a kind answer instead of doing something: remind, cancel, create. */
  final Map<String, Deque<CallResult<?>>> answers = new HashMap<>();

  Runnable onCancel = () -> {};
  private int created;

  final Map<String, List<MassSendResult>> results = new ConcurrentHashMap<>();
  final List<String> lookUps = new ArrayList<>();
  boolean down;

  @Override
  public CallResult<List<MassSendResult>> massSendResults(String msgId, String staffUserId) {
    lookUps.add(msgId);
    return down
        ? new CallResult.Retryable<>("-1", "busy", java.time.Duration.ofSeconds(1))
        : new CallResult.Ok<>(results.getOrDefault(msgId, List.of()));
  }

  @Override
  public CallResult<Boolean> sendWelcome(String welcomeCode, String text) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CallResult<Contact> contact(String externalUserId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CallResult<Boolean> markTags(
      String staffUserId, String externalUserId, List<String> add, List<String> remove) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CallResult<String> createMassSend(
      String staffUserId, List<String> externalUserIds, String text) {
    calls.add("create " + staffUserId + " " + externalUserIds + " " + text);
    return answer("create", "new-" + ++created);
  }

  CallResult<List<Attachment>> enclosed = new CallResult.Ok<>(List.of());
  private String enclosedOf = "";

  @Override
  public CallResult<List<Attachment>> of(String content, int version) {
    enclosedOf = " of " + content + " " + version;
    return enclosed;
  }

  @Override
  public CallResult<String> createMassSend(
      String staffUserId, List<String> externalUserIds, String text, List<Attachment> attachments) {
    return createMassSend(
        staffUserId,
        externalUserIds,
        attachments.isEmpty() ? text : text + " " + attachments + enclosedOf);
  }

  @Override
  public CallResult<Boolean> remind(String msgId) {
    calls.add("remind " + msgId);
    return answer("remind", true);
  }

  @Override
  public CallResult<Boolean> cancel(String msgId) {
    calls.add("cancel " + msgId);
    onCancel.run();
    return answer("cancel", true);
  }

  void answer(String call, CallResult<?>... next) {
    answers.put(call, new ArrayDeque<>(List.of(next)));
  }

  @SuppressWarnings("unchecked")
  private <T> CallResult<T> answer(String call, T usual) {
    var planned = answers.getOrDefault(call, new ArrayDeque<>()).poll();
    return planned == null ? new CallResult.Ok<>(usual) : (CallResult<T>) planned;
  }

  @Override
  public CallResult<Boolean> sendAppMessage(String staffUserId, String text) {
    calls.add("tell " + staffUserId + " " + text);
    return new CallResult.Ok<>(true);
  }
}
