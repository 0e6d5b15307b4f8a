package dev.siyu.tags;

import dev.siyu.calls.CallResult;
import dev.siyu.customers.CustomerTags;
import dev.siyu.wecom.CorpTags;
import dev.siyu.wecom.TagFamily;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Changes go to WeCom; what we keep is what its list says afterwards. */
@Component
class WeComTagDesk implements TagDesk {

  private static final Logger log = LoggerFactory.getLogger(WeComTagDesk.class);

  private final CorpTags corpTags;
  private final TagTable table;
  private final TagLookTable looks;
  private final TagSync sync;
  private final CustomerTags worn;
  private final TagSettings settings;
  private final Clock clock;

  WeComTagDesk(
      CorpTags corpTags,
      TagTable table,
      TagLookTable looks,
      TagSync sync,
      CustomerTags worn,
      TagSettings settings,
      Clock clock) {
    this.corpTags = corpTags;
    this.table = table;
    this.looks = looks;
    this.sync = sync;
    this.worn = worn;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Board board() {
    var state = table.state();
    return new Board(
        groups(table.lines()), settings.limit(), state.listedAt(), state.problem(), looks.count());
  }

  /** The six families first, also those that WeCom has no group of yet. */
  private static List<Group> groups(List<TagTable.Line> lines) {
    var names = new LinkedHashSet<String>();
    Arrays.stream(TagFamily.values()).map(TagFamily::group).forEach(names::add);
    var ids = new LinkedHashMap<String, String>();
    var tags = new LinkedHashMap<String, List<Tag>>();
    for (var line : lines) {
      names.add(line.groupName());
      ids.put(line.groupName(), line.groupId());
      var inGroup = tags.computeIfAbsent(line.groupName(), name -> new ArrayList<>());
      if (line.id() != null && line.name() != null) {
        inGroup.add(new Tag(line.id(), line.name(), line.wearers()));
      }
    }
    return names.stream()
        .map(
            name ->
                new Group(
                    ids.get(name),
                    name,
                    TagFamily.ofGroup(name).orElse(null),
                    tags.getOrDefault(name, List.of())))
        .toList();
  }

  @Override
  public void create(String group, List<String> names, String actor) {
    checked(group);
    names.forEach(this::checked);
    int have = table.names().size();
    if (have + names.size() > settings.limit()) {
      throw new TagRefused(
          "SIYU-3501",
          "%d + %d tags (expected: at most %d)".formatted(have, names.size(), settings.limit()));
    }
    settle(corpTags.create(group, names), actor + " created " + names + " in " + group);
  }

  @Override
  public void rename(String id, String name, String actor) {
    checked(name);
    settle(corpTags.rename(id, name), actor + " renamed " + id + " to " + name);
  }

  @Override
  public void delete(String id, String actor) {
    boolean isTag = table.names().containsKey(id);
    var deleted =
        isTag ? corpTags.delete(List.of(id), List.of()) : corpTags.delete(List.of(), List.of(id));
    settle(deleted, actor + " deleted " + id);
  }

  @Override
  public int syncAll(String actor) {
    var problem = sync.fetch();
    if (problem != null) {
      throw new TagRefused("SIYU-3500", problem);
    }
    int planned = looks.planAll(worn.contacts(), clock.instant(), settings.pace());
    log.info("{} looks at the tags of all contacts: {} to come", actor, planned);
    return planned;
  }

  private void checked(String name) {
    if (name.isBlank() || name.length() > settings.nameLength()) {
      throw new TagRefused(
          "SIYU-3502", name + " (expected: 1 to " + settings.nameLength() + " characters)");
    }
  }

  private void settle(CallResult<Boolean> result, String what) {
    switch (result) {
      case CallResult.Ok<Boolean> ok -> log.info("{}", what);
      case CallResult.Declined<Boolean> no -> throw refused(no.code(), no.reason());
      case CallResult.Broken<Boolean> no -> throw refused(no.code(), no.reason());
      case CallResult.Retryable<Boolean> later -> throw refused(later.code(), later.reason());
      case CallResult.Unknown<Boolean> none -> {
        table.plan(clock.instant());
        throw new TagRefused("SIYU-3505", none.reason());
      }
    }
    if (sync.fetch() != null) {
      table.plan(clock.instant());
    }
  }

  private static TagRefused refused(String code, String reason) {
    return new TagRefused("SIYU-3503", code + " " + reason);
  }
}
