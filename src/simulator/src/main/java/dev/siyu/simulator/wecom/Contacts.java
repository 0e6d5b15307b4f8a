package dev.siyu.simulator.wecom;

import dev.siyu.simulator.journal.ContactFact;
import dev.siyu.simulator.journal.Fact;
import dev.siyu.simulator.journal.Moment;
import dev.siyu.simulator.journal.Projection;
import dev.siyu.simulator.journal.StaffFact;
import dev.siyu.simulator.journal.TouchFact;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is whose contact. Guarded by the journal's lock. */
public final class Contacts implements Projection {

  private final Map<String, Contact> contacts = new LinkedHashMap<>();
  private final Map<String, String> externalByUnion = new HashMap<>();
  private final Map<String, Integer> friends = new HashMap<>();
  private final Set<String> seenIds = new HashSet<>();

  public Collection<Contact> all() {
    return contacts.values();
  }

  public @Nullable Contact find(String externalUserId) {
    return contacts.get(externalUserId);
  }

  public @Nullable String externalUserOf(String unionId) {
    return externalByUnion.get(unionId);
  }

  public @Nullable Friendship friendship(String externalUserId, String staffUserId) {
    Contact contact = contacts.get(externalUserId);
    return contact == null ? null : contact.friendships().get(staffUserId);
  }

  /** Whether a happening with this natural id was already told to us. */
  public boolean seen(@Nullable String id) {
    return id != null && seenIds.contains(id);
  }

  /** How many customers a member has. */
  int friendsOf(String staffUserId) {
    return friends.getOrDefault(staffUserId, 0);
  }

  @Override
  public void apply(Fact fact, Moment moment) {
    if (fact instanceof ContactFact told) {
      contact(told, moment);
    }
    if (fact instanceof StaffFact.TakenOver over) {
      takenOver(over, moment);
    }
    if (fact instanceof TouchFact.RemarkChanged changed) {
      Friendship friendship = friendship(changed.externalUserId(), changed.staffUserId());
      if (friendship != null) {
        friendship.call(changed.remark());
      }
    }
    if (fact instanceof TouchFact.TagsMarked marked) {
      tagged(marked.externalUserId(), marked.staffUserId(), marked.added(), marked.removed());
    }
    if (fact instanceof StaffFact.ContactEdited edited) {
      tagged(edited.externalUserId(), edited.userId(), edited.added(), edited.removed());
    }
    if (fact instanceof TouchFact.TagsDeleted deleted) {
      for (Contact contact : contacts.values()) {
        contact
            .friendships()
            .values()
            .forEach(one -> deleted.tagIds().forEach(one.tagIds()::remove));
      }
    }
  }

  private void tagged(
      String externalUserId, String staffUserId, List<String> added, List<String> removed) {
    Friendship friendship = friendship(externalUserId, staffUserId);
    if (friendship != null) {
      friendship.tagIds().addAll(added);
      removed.forEach(friendship.tagIds()::remove);
    }
  }

  /** Tags and remarks go with the customer; the friendship of the member before ends. */
  private void takenOver(StaffFact.TakenOver over, Moment moment) {
    Contact contact = contacts.get(over.externalUserId());
    if (contact == null) {
      return;
    }
    Friendship before = ended(contact, over.fromUserId());
    String state = before == null ? null : before.state();
    Friendship fresh = new Friendship(over.toUserId(), state, moment.at());
    if (before != null) {
      fresh.tagIds().addAll(before.tagIds());
    }
    begun(contact, fresh);
  }

  private void begun(Contact contact, Friendship friendship) {
    if (!contact.friendships().containsKey(friendship.staffUserId())) {
      friends.merge(friendship.staffUserId(), 1, Integer::sum);
    }
    contact.befriended(friendship);
  }

  private @Nullable Friendship ended(Contact contact, String staffUserId) {
    Friendship gone = contact.friendships().remove(staffUserId);
    if (gone != null) {
      friends.merge(staffUserId, -1, Integer::sum);
    }
    return gone;
  }

  private void contact(ContactFact told, Moment moment) {
    switch (told) {
      case ContactFact.Added added -> {
        remember(added.id());
        Contact contact =
            contacts.computeIfAbsent(
                added.externalUserId(), id -> new Contact(id, added.unionId(), added.name()));
        contact.known(added.unionId(), added.name());
        externalByUnion.put(added.unionId(), added.externalUserId());
        begun(contact, new Friendship(added.staffUserId(), added.state(), added.at()));
      }
      case ContactFact.Left left -> {
        remember(left.id());
        Contact contact = contacts.get(left.externalUserId());
        if (contact != null) {
          ended(contact, left.staffUserId());
        }
      }
      case ContactFact.Replied replied -> {
        remember(replied.id());
        Friendship friendship = friendship(replied.externalUserId(), replied.staffUserId());
        if (friendship != null) {
          friendship.chatBegan();
        }
      }
    }
  }

  private void remember(@Nullable String id) {
    if (id != null) {
      seenIds.add(id);
    }
  }
}
