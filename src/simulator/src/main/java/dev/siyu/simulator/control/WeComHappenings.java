package dev.siyu.simulator.control;

import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.ContactFact;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.StaffFact;
import dev.siyu.simulator.journal.StaffFact.MemberState;
import dev.siyu.simulator.wecom.Contacts;
import dev.siyu.simulator.wecom.Friendship;
import dev.siyu.simulator.wecom.Ids;
import dev.siyu.simulator.wecom.WeComWorld;
import tools.jackson.databind.JsonNode;

/**
 * What customers do in WeCom. Each answers whether it was new: told a second time (same {@code id},
 * or without id the same state of the friendship) nothing happens.
 */
final class WeComHappenings {

  private final WeComWorld world;
  private final Contacts contacts;

  WeComHappenings(WeComWorld world) {
    this.world = world;
    this.contacts = world.contacts();
  }

  /**
   * New unless the id was seen or they are contacts already. Without staffUserId the customer meets
   * a member behind the live code of the state, as in WeCom.
   */
  boolean add(JsonNode told, Draft draft) {
    String external = Json.required(told, "externalUserId");
    String staff = staff(told);
    String union = Json.required(told, "unionId");
    String id = Json.textOrNull(told, "id");
    String name = Json.textOrNull(told, "name");
    if (contacts.seen(id) || contacts.friendship(external, staff) != null) {
      return false;
    }
    draft.record(
        new ContactFact.Added(
            external,
            union,
            name == null ? external : name,
            staff,
            Json.textOrNull(told, "state"),
            Ids.random("CALL"),
            Json.instant(told, "at", draft.at()),
            id));
    return true;
  }

  private String staff(JsonNode told) {
    String state = Json.textOrNull(told, "state");
    String behind =
        state == null || Json.textOrNull(told, "staffUserId") != null
            ? null
            : world.memberBehind(state);
    return behind == null ? Json.required(told, "staffUserId") : behind;
  }

  /** New when the member was in another state: ACTIVE, BANNED or LEFT. */
  boolean member(JsonNode told, Draft draft) {
    String user = Json.required(told, "userId");
    MemberState state;
    try {
      state = MemberState.valueOf(Json.required(told, "state"));
    } catch (IllegalArgumentException e) {
      throw new BadRequest("state: " + told.path("state") + " (expected: ACTIVE, BANNED or LEFT)");
    }
    if (world.members().state(user) == state) {
      return false;
    }
    draft.record(new StaffFact.MemberChanged(user, state));
    return true;
  }

  /** New unless the id was seen or they are no contacts. */
  boolean leave(JsonNode told, Draft draft) {
    String external = Json.required(told, "externalUserId");
    String staff = Json.required(told, "staffUserId");
    String id = Json.textOrNull(told, "id");
    if (contacts.seen(id) || contacts.friendship(external, staff) == null) {
      return false;
    }
    draft.record(
        new ContactFact.Left(external, staff, told.path("byCustomer").asBoolean(true), id));
    return true;
  }

  /** New once per friendship without id, once per id otherwise. */
  boolean reply(JsonNode told, Draft draft) {
    String external = Json.required(told, "externalUserId");
    String staff = Json.required(told, "staffUserId");
    String id = Json.textOrNull(told, "id");
    String text = Json.textOrNull(told, "text");
    Friendship friendship = contacts.friendship(external, staff);
    if (friendship == null || contacts.seen(id) || (id == null && friendship.chatting())) {
      return false;
    }
    draft.record(
        new ContactFact.Replied(
            external, staff, text == null ? "你好" : text, Ids.random("chat"), id));
    return true;
  }
}
