package dev.siyu.simulator.control;

import dev.siyu.simulator.http.BadRequest;
import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.StaffFact;
import dev.siyu.simulator.journal.TouchFact;
import dev.siyu.simulator.wecom.Ids;
import dev.siyu.simulator.wecom.Tags;
import dev.siyu.simulator.wecom.WeComWorld;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What people do with tags in WeCom's own client and backend; WeCom tells each by a callback. */
final class TagHappenings {

  private final WeComWorld world;
  private final Tags tags;

  TagHappenings(WeComWorld world) {
    this.world = world;
    this.tags = world.tags();
  }

  /**
   * A member marks and unmarks tags by name ({@code add}, {@code remove}). Without either only the
   * event is told, as after a changed remark or as the echo of an app's own call.
   */
  boolean edit(JsonNode told, Draft draft) {
    String external = Json.required(told, "externalUserId");
    String staff = Json.required(told, "staffUserId");
    if (world.contacts().friendship(external, staff) == null) {
      return false;
    }
    draft.record(
        new StaffFact.ContactEdited(
            staff,
            external,
            tags.ids(Json.texts(told, "add")),
            tags.ids(Json.texts(told, "remove"))));
    return true;
  }

  /** {@code change}: create (group, name), update (name, to) or delete (name, or group alone). */
  boolean change(JsonNode told, Draft draft) {
    return switch (Json.required(told, "change")) {
      case "create" -> create(told, draft);
      case "update" -> update(told, draft);
      case "delete" -> delete(told, draft);
      default ->
          throw new BadRequest("change: " + told.path("change") + " (create, update or delete)");
    };
  }

  private boolean create(JsonNode told, Draft draft) {
    String group = Json.required(told, "group");
    String known = tags.groupId(group);
    String groupId = known == null ? Ids.random("et") : known;
    var tag = new TouchFact.Tag(Ids.random("et"), Json.required(told, "name"));
    draft.record(new StaffFact.TagsMade(groupId, group, List.of(tag)));
    draft.record(new StaffFact.TagsTold("create", tag.id(), "tag"));
    return true;
  }

  private boolean update(JsonNode told, Draft draft) {
    String to = Json.required(told, "to");
    for (String id : tags.ids(List.of(Json.required(told, "name")))) {
      draft.record(new TouchFact.TagRenamed(id, to));
      draft.record(new StaffFact.TagsTold("update", id, "tag"));
    }
    return true;
  }

  /** A group that goes takes its tags along, and only its own end is told. */
  private boolean delete(JsonNode told, Draft draft) {
    String name = Json.text(told, "name");
    String groupId = tags.groupId(Json.text(told, "group"));
    if (name.isEmpty() && groupId == null) {
      return false;
    }
    if (name.isEmpty() && groupId != null) {
      draft.record(tags.deleted(List.of(), List.of(groupId)));
      draft.record(new StaffFact.TagsTold("delete", groupId, "tag_group"));
      return true;
    }
    for (String id : tags.ids(List.of(name))) {
      draft.record(tags.deleted(List.of(id), List.of()));
      draft.record(new StaffFact.TagsTold("delete", id, "tag"));
    }
    return true;
  }
}
