package dev.siyu.journeys;

import dev.siyu.content.ContentLibrary;
import dev.siyu.engine.Header;
import dev.siyu.groups.JoinWayDesk;
import dev.siyu.tags.TagDesk;
import dev.siyu.touchpoints.ContactCaps;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the rooms that own the facts. */
@Component
final class RoomFacts implements LiveFacts {

  private static final int MOST = 1000;

  private final ContentLibrary content;
  private final ContactCaps caps;
  private final ObjectProvider<TagDesk> tags;
  private final ObjectProvider<JoinWayDesk> joinWays;

  RoomFacts(
      ContentLibrary content,
      ContactCaps caps,
      ObjectProvider<TagDesk> tags,
      ObjectProvider<JoinWayDesk> joinWays) {
    this.content = content;
    this.caps = caps;
    this.tags = tags;
    this.joinWays = joinWays;
  }

  @Override
  public Set<String> approvedContent() {
    return content.entries().stream()
        .filter(entry -> entry.approvedVersion() != null)
        .map(ContentLibrary.Entry::key)
        .collect(Collectors.toSet());
  }

  @Override
  public ContactCaps caps() {
    return caps;
  }

  @Override
  public Set<String> forms() {
    return ShippedForms.ids();
  }

  @Override
  public List<Choice> choices(Header.From from) {
    return switch (from) {
      case NOWHERE -> List.of();
      case TAGS ->
          tags.stream()
              .flatMap(desk -> desk.board().groups().stream())
              .flatMap(group -> group.tags().stream())
              .map(tag -> new Choice(tag.name(), tag.name()))
              .limit(MOST)
              .toList();
      case JOIN_WAYS ->
          joinWays.stream()
              .flatMap(desk -> desk.all().stream())
              .filter(way -> way.status() == JoinWayDesk.Status.ACTIVE)
              .map(way -> new Choice(way.state(), way.draft().name() + " " + way.state()))
              .limit(MOST)
              .toList();
      case CONTENT ->
          content.entries().stream()
              .filter(entry -> entry.approvedVersion() != null && entry.kind().isSentByJourneys())
              .map(entry -> new Choice(entry.key(), entry.title() + " " + entry.key()))
              .toList();
    };
  }
}
