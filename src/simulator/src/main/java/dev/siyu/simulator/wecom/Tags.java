package dev.siyu.simulator.wecom;

import static dev.siyu.simulator.wecom.Reply.refused;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import dev.siyu.simulator.journal.TouchFact;
import dev.siyu.simulator.journal.TouchFact.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The corp's tags (企业标签) and who wears them (docs 92117, 92697). */
public final class Tags implements Projection {

  private record Group(String id, String name, Map<String, Tag> tags) {}

  private static final int NAME_LENGTH = 30;

  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Contacts contacts;

  Tags(Contacts contacts) {
    this.contacts = contacts;
  }

  /** The name of a tag, or its id when unknown. */
  public String name(String tagId) {
    return names.getOrDefault(tagId, tagId);
  }

  boolean knows(String tagId) {
    return names.containsKey(tagId);
  }

  Reply mark(Asked asked, Draft draft) {
    String staff = asked.text("userid", "staffUserId");
    String external = asked.text("external_userid", "externalUserId");
    List<String> add = Json.texts(asked.body(), "add_tag");
    List<String> remove = Json.texts(asked.body(), "remove_tag");
    asked.keys().put("added", String.join(",", add.stream().map(this::name).toList()));
    asked.keys().put("removed", String.join(",", remove.stream().map(this::name).toList()));
    if (add.isEmpty() && remove.isEmpty()) {
      return refused(Codes.INVALID_PARAMETER, "add_tag and remove_tag are both empty");
    }
    if (!names.keySet().containsAll(add) || !names.keySet().containsAll(remove)) {
      return refused(Codes.INVALID_TAG, "invalid tagid");
    }
    if (contacts.friendship(external, staff) == null) {
      return refused(Codes.NOT_A_CONTACT, "not external contact");
    }
    draft.record(new TouchFact.TagsMarked(external, staff, add, remove));
    return Reply.ok();
  }

  Reply create(Asked asked, Draft draft) {
    String groupName = asked.text("group_name", "groupName");
    @Nullable String wanted = Json.textOrNull(asked.body(), "group_id");
    Group group = wanted == null ? named(groupName) : groups.get(wanted);
    if (group == null && (wanted != null || groupName.isEmpty())) {
      return refused(Codes.INVALID_TAG, "invalid group_id or missing group_name");
    }
    List<Tag> fresh = new ArrayList<>();
    for (JsonNode tag : asked.body().path("tag")) {
      fresh.add(new Tag(Ids.random("et"), Json.text(tag, "name")));
    }
    asked.keys().put("tags", String.join(",", fresh.stream().map(Tag::name).toList()));
    if (fresh.isEmpty()
        || fresh.stream().anyMatch(t -> t.name().isEmpty() || t.name().length() > NAME_LENGTH)) {
      return refused(Codes.INVALID_PARAMETER, "a tag's name has 1 to 30 characters");
    }
    if (group != null && fresh.stream().anyMatch(tag -> has(group, tag.name()))) {
      return refused(Codes.TAG_EXISTS, "tag name already exists");
    }
    String groupId = group == null ? Ids.random("et") : group.id();
    String name = group == null ? groupName : group.name();
    draft.record(new TouchFact.TagsCreated(groupId, name, fresh));
    return Reply.ok(Map.of("tag_group", shown(groupId, name, fresh)));
  }

  Reply list(Asked asked, Draft draft) {
    List<String> ids = Json.texts(asked.body(), "tag_id");
    List<String> groupIds = Json.texts(asked.body(), "group_id");
    List<Object> shown = new ArrayList<>();
    for (Group group : groups.values()) {
      List<Tag> tags =
          group.tags().values().stream()
              .filter(tag -> ids.isEmpty() || ids.contains(tag.id()))
              .toList();
      if (!tags.isEmpty() && (groupIds.isEmpty() || groupIds.contains(group.id()))) {
        shown.add(shown(group.id(), group.name(), tags));
      }
    }
    return Reply.ok(Map.of("tag_group", shown));
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (fact instanceof TouchFact.TagsCreated created) {
      Group group =
          groups.computeIfAbsent(
              created.groupId(), id -> new Group(id, created.groupName(), new LinkedHashMap<>()));
      created.tags().forEach(tag -> group.tags().put(tag.id(), tag));
      created.tags().forEach(tag -> names.put(tag.id(), tag.name()));
    }
  }

  private @Nullable Group named(String name) {
    return groups.values().stream().filter(g -> g.name().equals(name)).findFirst().orElse(null);
  }

  private static boolean has(Group group, String name) {
    return group.tags().values().stream().anyMatch(tag -> tag.name().equals(name));
  }

  private static Map<String, Object> shown(String id, String name, List<Tag> tags) {
    List<Map<String, String>> list =
        tags.stream().map(tag -> Map.of("id", tag.id(), "name", tag.name())).toList();
    return Map.of("group_id", id, "group_name", name, "tag", list);
  }
}
