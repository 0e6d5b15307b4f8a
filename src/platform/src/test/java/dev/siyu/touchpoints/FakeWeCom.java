package dev.siyu.touchpoints;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.WeCom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers mass-send look-ups from memory; nothing else is asked here. */
class FakeWeCom implements WeCom {

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
    throw new UnsupportedOperationException();
  }

  @Override
  public CallResult<String> addContactWay(String state, String remark, List<String> staffUserIds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CallResult<Boolean> sendAppMessage(String staffUserId, String text) {
    throw new UnsupportedOperationException();
  }
}
