package dev.siyu.approvals;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows people what waits for them, and nothing that is not theirs. */
@Component("approvalInboxDesk")
class InboxDesk implements ApprovalInbox {

  private final RequestTable requests;
  private final RequestLists lists;
  private final RequestDesk desk;
  private final RequestPage pages;
  private final TaskReads tasks;
  private final LevelTable levels;
  private final NoteTable notes;
  private final Humans humans;
  private final Sight sight;
  private final Entitlement entitlement;
  private final Deciding deciding;
  private final Clock clock;

  InboxDesk(
      RequestTable requests,
      RequestLists lists,
      RequestDesk desk,
      RequestPage pages,
      TaskReads tasks,
      LevelTable levels,
      NoteTable notes,
      Humans humans,
      Sight sight,
      Entitlement entitlement,
      Deciding deciding,
      Clock clock) {
    this.requests = requests;
    this.lists = lists;
    this.desk = desk;
    this.pages = pages;
    this.tasks = tasks;
    this.levels = levels;
    this.notes = notes;
    this.humans = humans;
    this.sight = sight;
    this.entitlement = entitlement;
    this.deciding = deciding;
    this.clock = clock;
  }

  @Override
  public List<Item> list(Box box, String name, int limit) {
    var person = humans.named(name).orElse(null);
    if (person == null) {
      return List.of();
    }
    var waiting = byRequest();
    var asked =
        switch (box) {
          case MINE -> mine(person, waiting);
          case TEAM -> lists.team(person, limit);
          case ASKED -> lists.asked(person, limit);
          case DONE -> lists.decided(person, limit);
        };
    var rights = entitlement.rights(person);
    var items = asked.stream().limit(limit).map(one -> item(one, rights, waiting)).toList();
    return box == Box.MINE
        ? items.stream()
            .sorted(
                Comparator.comparing(
                    Item::deadline, Comparator.nullsLast(Comparator.naturalOrder())))
            .toList()
        : items;
  }

  @Override
  public int waiting(String name) {
    return humans.named(name).map(person -> mine(person, byRequest()).size()).orElse(0);
  }

  @Override
  public Optional<Page> find(String id, String name) {
    return sight.of(id, name).map(asked -> pages.of(asked, humans.named(name).orElseThrow()));
  }

  @Override
  public Outcome decide(Choice choice, String person) {
    return deciding.decide(choice, person);
  }

  @Override
  public boolean claim(String id, long taskKey, String name) {
    return isTheirs(id, taskKey, name)
        && notes.claim(taskKey, humans.named(name).orElseThrow(), clock.instant());
  }

  @Override
  public boolean release(String id, long taskKey, String name) {
    return isTheirs(id, taskKey, name) && notes.release(taskKey, humans.named(name).orElseThrow());
  }

  @Override
  public boolean comment(String id, String text, String name) {
    return sight
        .of(id, name)
        .map(
            asked -> {
              notes.add(asked.id(), name, text.strip(), clock.instant());
              return true;
            })
        .orElse(false);
  }

  @Override
  public boolean withdraw(String id, String reason, String name) {
    var person = humans.named(name).orElse(null);
    var asked = requests.find(AskedRequest.number(id)).orElse(null);
    if (person == null || asked == null) {
      return false;
    }
    boolean theirs = asked.isBy(person);
    var request = asked.request();
    return theirs
        && asked.isOpen()
        && desk.withdraw(request.kind(), request.subject(), reason.strip(), name);
  }

  private boolean isTheirs(String id, long taskKey, String name) {
    var person = humans.named(name).orElse(null);
    var asked = requests.find(AskedRequest.number(id)).orElse(null);
    if (person == null || asked == null) {
      return false;
    }
    var rights = entitlement.rights(person);
    return tasks.undecidedOf(id).stream()
        .anyMatch(task -> task.key() == taskKey && rights.isTheirs(task, asked));
  }

  private List<AskedRequest> mine(Human person, Map<String, List<TaskReads.Task>> waiting) {
    var rights = entitlement.rights(person);
    return requests.all(waiting.keySet().stream().map(AskedRequest::number).toList()).stream()
        .filter(
            asked ->
                waiting.getOrDefault(asked.name(), List.of()).stream()
                    .anyMatch(task -> rights.isTheirs(task, asked)))
        .toList();
  }

  private Map<String, List<TaskReads.Task>> byRequest() {
    var waiting = new HashMap<String, List<TaskReads.Task>>();
    for (var task : tasks.undecided()) {
      waiting.computeIfAbsent(task.approval(), key -> new java.util.ArrayList<>()).add(task);
    }
    return waiting;
  }

  private Item item(
      AskedRequest asked, Entitlement.Rights rights, Map<String, List<TaskReads.Task>> waiting) {
    var open = waiting.getOrDefault(asked.name(), List.of());
    var request = asked.request();
    return new Item(
        asked.name(),
        request.kind(),
        request.titleZh(),
        request.titleEn(),
        request.requestedBy(),
        request.amountCents(),
        asked.askedAt(),
        asked.ending(),
        open.stream().map(TaskReads.Task::group).distinct().toList(),
        levels.open(asked.id()).map(LevelTable.Row::deadline).orElse(null),
        open.stream().anyMatch(task -> rights.isTheirs(task, asked)));
  }
}
