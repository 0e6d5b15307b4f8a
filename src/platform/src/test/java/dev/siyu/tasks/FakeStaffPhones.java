package dev.siyu.tasks;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.WeCom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes app messages; nothing else is asked here. */
final class FakeStaffPhones implements WeCom {

  record Told(String staff, String text, Instant at) {}

  final List<Told> told = new ArrayList<>();
  final Deque<CallResult<Boolean>> answers = new ArrayDeque<>();
  InstantSource clock = InstantSource.fixed(Instant.EPOCH);
  @Nullable RuntimeException crash;

  @Override
  public CallResult<Boolean> sendAppMessage(String staffUserId, String text) {
    told.add(new Told(staffUserId, text, clock.instant()));
    var now = crash;
    if (now != null) {
      throw now;
    }
    var answer = answers.poll();
    return answer == null ? new CallResult.Ok<>(true) : answer;
  }

  @Override
  public CallResult<List<MassSendResult>> massSendResults(String msgId, String staffUserId) {
    throw new UnsupportedOperationException();
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
}
