package dev.siyu.simulator.control;

import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.GroupFact;
import dev.siyu.simulator.wecom.Chat;
import dev.siyu.simulator.wecom.Chats;
import dev.siyu.simulator.wecom.GroupDoors;
import dev.siyu.simulator.wecom.WeComWorld;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What people do with groups. Each answers whether it was new. */
final class GroupHappenings {

  private static final int INVITED = 1;
  private static final Set<String> CHANGES = Set.of("change_name", "change_notice", "change_owner");

  private final Chats chats;
  private final GroupDoors doors;

  GroupHappenings(WeComWorld world) {
    this.chats = world.chats();
    this.doors = world.groupDoors();
  }

  /** A member opens a group, with customers in it from the beginning. */
  boolean open(JsonNode told, Draft draft) {
    String chatId = Json.required(told, "chatId");
    if (chats.find(chatId) != null) {
      return false;
    }
    doors.open(chatId, Json.required(told, "name"), Json.required(told, "owner"), draft);
    Json.texts(told, "members").forEach(one -> doors.enter(one, chatId, INVITED, null, draft));
    return true;
  }

  /** A customer joins: by {@code configId} of a join way, else into {@code chatId}. */
  boolean join(JsonNode told, Draft draft) {
    String customer = Json.required(told, "externalUserId");
    String config = Json.textOrNull(told, "configId");
    return config == null
        ? doors.enter(customer, Json.required(told, "chatId"), INVITED, null, draft)
        : doors.scan(customer, config, draft);
  }

  boolean leave(JsonNode told, Draft draft) {
    String customer = Json.required(told, "externalUserId");
    Chat chat = chats.open(Json.required(told, "chatId"));
    if (chat == null || !chat.has(customer)) {
      return false;
    }
    boolean removed = told.path("byOwner").asBoolean(false);
    draft.record(new GroupFact.Left(chat.chatId(), customer, removed ? 1 : 0));
    return true;
  }

  /** {@code change}: change_name, change_notice, change_owner or dismiss. */
  boolean change(JsonNode told, Draft draft) {
    Chat chat = chats.open(Json.required(told, "chatId"));
    String change = Json.required(told, "change");
    if (chat == null) {
      return false;
    }
    if (change.equals("dismiss")) {
      draft.record(new GroupFact.Dismissed(chat.chatId()));
      return true;
    }
    if (!CHANGES.contains(change)) {
      throw new BadRequest("change: " + change + " (expected: dismiss or one of " + CHANGES + ")");
    }
    String value = Json.required(told, "value");
    if (change.equals("change_owner") && !chat.has(value)) {
      draft.record(new GroupFact.Joined(chat.chatId(), value, true, INVITED, null));
    }
    draft.record(new GroupFact.Changed(chat.chatId(), change, value));
    return true;
  }

  /** New once per id; without id always. */
  boolean post(JsonNode told, Draft draft) {
    String customer = Json.required(told, "externalUserId");
    Chat chat = chats.open(Json.required(told, "chatId"));
    String id = Json.textOrNull(told, "id");
    if (chat == null || !chat.has(customer) || chats.seen(id)) {
      return false;
    }
    draft.record(new GroupFact.Posted(chat.chatId(), customer, Json.required(told, "text"), id));
    return true;
  }
}
