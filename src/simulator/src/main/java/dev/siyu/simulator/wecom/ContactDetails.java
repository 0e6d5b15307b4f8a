package dev.siyu.simulator.wecom;

import static dev.siyu.simulator.wecom.Reply.refused;

import dev.siyu.simulator.journal.Draft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** externalcontact/get (doc 92114). */
final class ContactDetails {

  private final Contacts contacts;
  private final Tags tags;

  ContactDetails(Contacts contacts, Tags tags) {
    this.contacts = contacts;
    this.tags = tags;
  }

  Reply get(Asked asked, Draft draft) {
    String external = asked.text("external_userid", "externalUserId");
    if (external.isEmpty()) {
      return refused(Codes.MISSING_EXTERNAL_USER, "missing external_userid");
    }
    Contact contact = contacts.find(external);
    if (contact == null) {
      return refused(Codes.BAD_EXTERNAL_USER, "invalid external_userid");
    }
    if (contact.friendships().isEmpty()) {
      return refused(Codes.NOT_A_CONTACT, "not external contact");
    }
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("external_userid", external);
    person.put("name", contact.name());
    person.put("type", 1);
    person.put("gender", 0);
    person.put("unionid", contact.unionId());
    List<Map<String, Object>> followers =
        contact.friendships().values().stream().map(f -> follower(contact, f)).toList();
    return Reply.ok(Map.of("external_contact", person, "follow_user", followers));
  }

  private Map<String, Object> follower(Contact contact, Friendship friendship) {
    Map<String, Object> follower = new LinkedHashMap<>();
    follower.put("userid", friendship.staffUserId());
    follower.put("remark", Objects.requireNonNullElse(friendship.remark(), contact.name()));
    follower.put("createtime", friendship.addedAt().getEpochSecond());
    follower.put("add_way", 1);
    follower.put("state", friendship.state() == null ? "" : friendship.state());
    follower.put(
        "tags",
        friendship.tagIds().stream()
            .map(id -> Map.of("tag_id", id, "tag_name", tags.name(id), "type", 1))
            .toList());
    return follower;
  }
}
