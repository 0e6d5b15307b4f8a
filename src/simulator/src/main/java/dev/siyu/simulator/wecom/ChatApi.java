package dev.siyu.simulator.wecom;

import static dev.siyu.simulator.wecom.Reply.refused;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** groupchat/list and groupchat/get (docs 92120, 92122). */
final class ChatApi {

  private static final int MOST_LISTED = 1_000;

  private final Chats chats;
  private final Contacts contacts;

  ChatApi(Chats chats, Contacts contacts) {
    this.chats = chats;
    this.contacts = contacts;
  }

  Reply list(Asked asked, Draft draft) {
    long limit = Json.whole(asked.body(), "limit", 0);
    String cursor = Json.text(asked.body(), "cursor");
    if (limit < 1 || limit > MOST_LISTED || !cursor.matches("\\d{0,9}")) {
      return refused(Codes.INVALID_PARAMETER, "limit 1..1000 and a cursor of ours");
    }
    List<String> owners = Json.texts(asked.body().path("owner_filter"), "userid_list");
    int first = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    List<Map<String, Object>> found =
        chats.all().stream()
            .filter(chat -> !chat.dismissed())
            .filter(chat -> owners.isEmpty() || owners.contains(chat.owner()))
            .skip(first)
            .limit(limit + 1)
            .map(chat -> Map.<String, Object>of("chat_id", chat.chatId(), "status", 0))
            .toList();
    return found.size() > limit
        ? Reply.ok(
            Map.of(
                "group_chat_list",
                found.subList(0, (int) limit),
                "next_cursor",
                String.valueOf(first + limit)))
        : Reply.ok(Map.of("group_chat_list", found));
  }

  Reply get(Asked asked, Draft draft) {
    Chat chat = chats.find(asked.text("chat_id", "chatId"));
    if (chat == null) {
      return refused(Codes.NO_SUCH_CHAT, "chatid not exist");
    }
    if (chat.dismissed()) {
      return refused(Codes.CHAT_DISMISSED, "chat is dismissed");
    }
    boolean named = Json.whole(asked.body(), "need_name", 0) == 1;
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("chat_id", chat.chatId());
    shown.put("name", chat.name());
    shown.put("owner", chat.owner());
    shown.put("create_time", chat.createdAt().getEpochSecond());
    shown.put("notice", chat.notice());
    shown.put(
        "member_list",
        chat.members().entrySet().stream()
            .map(member -> member(member.getKey(), member.getValue(), named))
            .toList());
    shown.put("admin_list", List.of());
    shown.put("member_version", "v" + chat.version());
    return Reply.ok(Map.of("group_chat", shown));
  }

  private Map<String, Object> member(String id, Chat.Member member, boolean named) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("userid", id);
    shown.put("type", member.staff() ? 1 : 2);
    shown.put("join_time", member.joinedAt().getEpochSecond());
    shown.put("join_scene", member.scene());
    if (member.state() != null) {
      shown.put("state", member.state());
    }
    Contact contact = contacts.find(id);
    if (contact != null) {
      shown.put("unionid", contact.unionId());
    }
    if (named) {
      shown.put("name", contact == null ? id : contact.name());
    }
    return shown;
  }
}
