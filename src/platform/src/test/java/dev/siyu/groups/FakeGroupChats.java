package dev.siyu.groups;

import dev.siyu.calls.CallResult;
import dev.siyu.wecom.Attachment;
import dev.siyu.wecom.GroupChats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Groups at a WeCom of our own. */
final class FakeGroupChats implements GroupChats {

  final Map<String, Seen> groups = new LinkedHashMap<>();
  final List<String> sent = new ArrayList<>();
  int status;
  @Nullable CallResult<String> nextSend;

  void put(String chatId, String owner, Member... members) {
    put(chatId, owner, List.of(members));
  }

  void put(String chatId, String owner, List<Member> members) {
    var created = Instant.parse("2026-11-01T02:00:00Z");
    var all = new ArrayList<Member>();
    all.add(new Member(owner, true, owner, created, 1, null));
    all.addAll(members);
    groups.put(chatId, new Seen(chatId, "群" + chatId, owner, "", created, List.copyOf(all)));
  }

  static Member customer(String id, Instant joinedAt, @Nullable String state) {
    return new Member(id, false, id, joinedAt, 3, state);
  }

  @Override
  public CallResult<List<String>> all(List<String> owners) {
    return new CallResult.Ok<>(List.copyOf(groups.keySet()));
  }

  @Override
  public CallResult<Seen> get(String chatId) {
    var seen = groups.get(chatId);
    return seen == null ? new CallResult.Declined<>("49008", "gone") : new CallResult.Ok<>(seen);
  }

  @Override
  public CallResult<String> send(
      String owner, List<String> chatIds, String text, List<Attachment> attachments) {
    sent.add(owner + " " + chatIds + " " + text);
    var answer = nextSend;
    nextSend = null;
    return answer == null ? new CallResult.Ok<>("msg" + sent.size()) : answer;
  }

  @Override
  public CallResult<List<SendResult>> results(String msgId, String ownerUserId) {
    return new CallResult.Ok<>(
        groups.keySet().stream().map(chat -> new SendResult(chat, status)).toList());
  }
}
