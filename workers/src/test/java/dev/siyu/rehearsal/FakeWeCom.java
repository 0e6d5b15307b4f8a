package dev.siyu.rehearsal;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Attachment;
import java.util.ArrayList;
import java.util.List;

/** A WeCom that takes every call and remembers it. */
final class FakeWeCom {

  final List<String> calls = new ArrayList<>();

  CallResult<Boolean> markTags(
      String staffUserId, String externalUserId, List<String> add, List<String> remove) {
    calls.add("markTags " + externalUserId + " " + add + " " + remove);
    return new CallResult.Ok<>(true);
  }

  CallResult<String> createMassSend(
      String staffUserId, List<String> externalUserIds, String text, List<Attachment> attachments) {
    calls.add("createMassSend " + externalUserIds + " " + text);
    return new CallResult.Ok<>("msg" + calls.size());
  }
}
