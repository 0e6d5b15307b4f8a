package dev.siyu.groups;

import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.groups.MemberTable.Stay;
import dev.siyu.wecom.GroupChats.Member;
import dev.siyu.wecom.GroupChats.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes over how a group stands; the difference to before is told to journeys, once. */
@Component
class GroupBook {

  static final String JOINED = "group-joined";
  static final String LEFT = "group-left";
  static final String DISMISSED = "group-dismissed";

  /** The invitation that is answered may still be on its way to the wait. */
  private static final Duration JOIN_WAITS = Duration.ofHours(1);

  private static final Duration LEAVE_WAITS = Duration.ofMinutes(1);

  private final ChatTable chats;
  private final MemberTable members;
  private final WayTable ways;
  private final JourneyMessages journeys;

  GroupBook(ChatTable chats, MemberTable members, WayTable ways, JourneyMessages journeys) {
    this.chats = chats;
    this.members = members;
    this.ways = ways;
    this.journeys = journeys;
  }

  /**
   * In the caller's transaction; false when a newer look was applied before.
   *
   * @param quits scene of leaving, for members an event named
   */
  boolean found(Seen seen, Instant asOf, Map<String, Integer> quits) {
    var before = chats.find(seen.chatId());
    if (!chats.seen(seen, asOf)) {
      return false;
    }
    if (before.isEmpty()) {
      chats.note(seen.chatId(), asOf, "FOUND", "wecom", seen.name());
    }
    before.ifPresent(known -> differences(known, seen, asOf));
    Map<String, Stay> here = members.here(seen.chatId());
    var now = seen.members().stream().map(Member::memberId).collect(Collectors.toSet());
    seen.members().stream()
        .filter(member -> returned(here.get(member.memberId()), member))
        .forEach(member -> joined(seen, member, here.get(member.memberId()), asOf));
    here.values().stream()
        .filter(stay -> !now.contains(stay.memberId()))
        .forEach(stay -> left(seen.chatId(), stay, quits.get(stay.memberId()), asOf));
    var states =
        seen.members().stream()
            .map(Member::state)
            .filter(state -> state != null && !state.isBlank())
            .collect(Collectors.toSet());
    ways.grew(seen.chatId(), states, asOf);
    return true;
  }

  /** Not here before, or out and in again between two looks. */
  private static boolean returned(@Nullable Stay stay, Member member) {
    return stay == null || member.joinedAt().isAfter(stay.joinedAt());
  }

  private void differences(ChatTable.Row known, Seen seen, Instant asOf) {
    if (!known.owner().equals(seen.owner())) {
      chats.note(seen.chatId(), asOf, "OWNER", "wecom", known.owner() + " -> " + seen.owner());
    }
    if (!known.name().equals(seen.name())) {
      chats.note(seen.chatId(), asOf, "NAME", "wecom", known.name() + " -> " + seen.name());
    }
    if (!known.notice().equals(seen.notice())) {
      chats.note(seen.chatId(), asOf, "NOTICE", "wecom", seen.notice());
    }
  }

  private void joined(Seen seen, Member member, @Nullable Stay before, Instant asOf) {
    if (before != null) {
      left(seen.chatId(), before, null, asOf);
    }
    members.join(seen.chatId(), member);
    chats.note(seen.chatId(), asOf, "JOINED", member.memberId(), member.name());
    if (member.staff()) {
      return;
    }
    Map<String, Object> facts = new HashMap<>();
    facts.put("at", asOf.toString());
    facts.put("groupId", seen.chatId());
    facts.put("groupName", seen.name());
    facts.put("joinState", member.state() == null ? "" : member.state());
    tell(JOINED, seen.chatId(), member.memberId(), member.joinedAt(), JOIN_WAITS, facts);
  }

  private void left(String chatId, Stay stay, @Nullable Integer scene, Instant asOf) {
    members.leave(stay.id(), scene, asOf);
    chats.note(chatId, asOf, "LEFT", stay.memberId(), stay.name());
    if (!stay.staff()) {
      Map<String, Object> facts = Map.of("at", asOf.toString(), "groupId", chatId);
      tell(LEFT, chatId, stay.memberId(), stay.joinedAt(), LEAVE_WAITS, facts);
    }
  }

  /** Only a person we know as a customer has journeys. */
  private void tell(
      String what,
      String chatId,
      String memberId,
      Instant joinedAt,
      Duration patience,
      Map<String, Object> facts) {
    members
        .customer(memberId)
        .ifPresent(
            customer -> {
              var key = String.join(":", what, chatId, memberId, joinedAt.toString());
              journeys.announce(List.of(new Announcement(key, what, customer, patience, facts)));
            });
  }

  /** In the caller's transaction; false when it was known or the group never was. */
  boolean gone(String chatId, Instant asOf) {
    if (!chats.dismiss(chatId, asOf)) {
      return false;
    }
    chats.note(chatId, asOf, "DISMISSED", "wecom", "");
    members.here(chatId).values().forEach(stay -> left(chatId, stay, null, asOf));
    ways.grew(chatId, Set.of(), asOf);
    Map<String, Object> facts = Map.of("at", asOf.toString());
    var key = DISMISSED + ":" + chatId;
    journeys.announce(
        List.of(new Announcement(key, DISMISSED, chatId, Duration.ofHours(1), facts)));
    return true;
  }
}
