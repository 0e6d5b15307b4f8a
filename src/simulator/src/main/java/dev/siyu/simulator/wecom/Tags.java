package dev.siyu.simulator.wecom;

import static dev.siyu.simulator.wecom.Reply.refused;

import dev.siyu.simulator.http.Json;
import dev.siyu.simulator.journal.Draft;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import dev.siyu.simulator.journal.StaffFact;
import dev.siyu.simulator.journal.TouchFact;
import dev.siyu.simulator.journal.TouchFact.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The corp's tags (企业标签) and who wears them (docs 92117, 92697). */
public final class Tags implements Projection {

  private record Group(String id, String name, Map<String, Tag> tags) {}

  private static final int NAME_LENGTH = 30;

  /** Corp tags a corp may have; 3,000 in most sources, newer ones say 10,000. */
  private static final int MOST = 3_000;

  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Set<String> madeByPeople = new HashSet<>();
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
    if (names.size() + fresh.size() > MOST) {
      return refused(Codes.INVALID_PARAMETER, "too many corp tags");
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

  /** edit_corp_tag: the name of a tag or of a group; an app edits only what an app made. */
  Reply edit(Asked asked, Draft draft) {
    String id = asked.text("id", "tagId");
    String name = asked.text("name", "name");
    if (!names.containsKey(id) && !groups.containsKey(id)) {
      return refused(Codes.INVALID_TAG, "invalid tagid");
    }
    if (madeByPeople.contains(id)) {
      return refused(Codes.NOT_YOUR_TAG, "no permission to edit this tag");
    }
    if (name.isEmpty() || name.length() > NAME_LENGTH) {
      return refused(Codes.INVALID_PARAMETER, "a name has 1 to 30 characters");
    }
    if (!name.equals(names.get(id))
        && groups.values().stream().anyMatch(g -> g.tags().containsKey(id) && has(g, name))) {
      return refused(Codes.TAG_EXISTS, "tag name already exists");
    }
    draft.record(new TouchFact.TagRenamed(id, name));
    return Reply.ok();
  }

  /** del_corp_tag: tags, and groups with all their tags. */
  Reply delete(Asked asked, Draft draft) {
    List<String> tags = asked.texts("tag_id", "tagIds");
    List<String> gone = asked.texts("group_id", "groupIds");
    if (tags.isEmpty() && gone.isEmpty()) {
      return refused(Codes.INVALID_PARAMETER, "tag_id and group_id are both empty");
    }
    if (!names.keySet().containsAll(tags) || !groups.keySet().containsAll(gone)) {
      return refused(Codes.INVALID_TAG, "invalid tagid");
    }
    if (tags.stream().anyMatch(madeByPeople::contains)
        || gone.stream().anyMatch(madeByPeople::contains)) {
      return refused(Codes.NOT_YOUR_TAG, "no permission to delete this tag");
    }
    draft.record(deleted(tags, gone));
    return Reply.ok();
  }

  /** What goes when these go; a group takes its tags along. */
  public TouchFact.TagsDeleted deleted(List<String> tags, List<String> gone) {
    List<String> all = new ArrayList<>(tags);
    for (String id : gone) {
      Group group = groups.get(id);
      if (group != null) {
        all.addAll(group.tags().keySet());
      }
    }
    return new TouchFact.TagsDeleted(all, gone);
  }

  /** Ids of tags by name, as a person picks them. */
  public List<String> ids(List<String> wanted) {
    return names.entrySet().stream()
        .filter(entry -> wanted.contains(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The id of the group of that name; null when there is none. */
  public @Nullable String groupId(String name) {
    Group group = named(name);
    return group == null ? null : group.id();
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (fact instanceof TouchFact.TagsCreated created) {
      put(created.groupId(), created.groupName(), created.tags());
    }
    if (fact instanceof StaffFact.TagsMade made) {
      put(made.groupId(), made.groupName(), made.tags());
      madeByPeople.add(made.groupId());
      made.tags().forEach(tag -> madeByPeople.add(tag.id()));
    }
    if (fact instanceof TouchFact.TagRenamed renamed) {
      rename(renamed.id(), renamed.name());
    }
    if (fact instanceof TouchFact.TagsDeleted deleted) {
      deleted.tagIds().forEach(names::remove);
      groups.values().forEach(group -> deleted.tagIds().forEach(group.tags()::remove));
      deleted.groupIds().forEach(groups::remove);
    }
  }

  private void put(String groupId, String groupName, List<Tag> tags) {
    Group group =
        groups.computeIfAbsent(groupId, id -> new Group(id, groupName, new LinkedHashMap<>()));
    tags.forEach(tag -> group.tags().put(tag.id(), tag));
    tags.forEach(tag -> names.put(tag.id(), tag.name()));
  }

  private void rename(String id, String name) {
    groups.computeIfPresent(id, (same, group) -> new Group(id, name, group.tags()));
    if (names.containsKey(id)) {
      names.put(id, name);
      groups.values().forEach(g -> g.tags().computeIfPresent(id, (same, tag) -> new Tag(id, name)));
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
