package dev.siyu.groups;

import dev.siyu.calls.CallResult;
import dev.siyu.groups.Groups.Health;
import dev.siyu.groups.JoinWayDesk.Status;
import dev.siyu.time.DueWork;
import dev.siyu.wecom.JoinWays;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Creates, changes and deletes join ways at WeCom. A creation is never asked twice. */
@Component
class WayCalls implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(WayCalls.class);

  private final WayTable table;
  private final ChatTable chats;
  private final JoinWays wecom;
  private final GroupSettings settings;
  private final Clock clock;

  WayCalls(WayTable table, ChatTable chats, JoinWays wecom, GroupSettings settings, Clock clock) {
    this.table = table;
    this.chats = chats;
    this.wecom = wecom;
    this.settings = settings;
    this.clock = clock;
  }

  Map<String, Health> health() {
    return chats.all().stream()
        .collect(Collectors.toMap(ChatTable.Row::chatId, chat -> Rooms.health(chat, settings)));
  }

  /** A crash between asking and recording leaves a creation nobody knows the end of. */
  @EventListener(ApplicationReadyEvent.class)
  void started() {
    int lost = table.lost(clock.instant());
    if (lost > 0) {
      log.warn("SIYU-3412 {} join ways may exist or not; decide in the console", lost);
    }
  }

  /** For a row that was just claimed. */
  void create(String state) {
    var row = table.find(state).orElseThrow();
    var added = wecom.add(row.way(row.behind()));
    switch (added.then(wecom::get)) {
      case CallResult.Ok<JoinWays.Known> ok ->
          table.made(state, ok.value().configId(), ok.value().qrCode(), clock.instant());
      case CallResult.Declined<JoinWays.Known> no -> failed(row, added, no.code(), no.reason());
      case CallResult.Broken<JoinWays.Known> no -> failed(row, added, no.code(), no.reason());
      case CallResult.Retryable<JoinWays.Known> no -> failed(row, added, no.code(), no.reason());
      case CallResult.Unknown<JoinWays.Known> none -> {
        table.failed(state, Status.UNKNOWN, none.code() + " " + none.reason());
        log.warn("SIYU-3412 The join way {} may exist or not; decide in the console", state);
      }
    }
  }

  /** A way that was made is kept even when WeCom does not tell its picture. */
  private void failed(WayTable.Row row, CallResult<String> added, String code, String reason) {
    if (added instanceof CallResult.Ok<String> ok) {
      table.made(row.state(), ok.value(), "", clock.instant());
    } else {
      table.failed(row.state(), Status.FAILED, code + " " + reason);
    }
    log.warn("Join way {}: {} {}; see the console", row.state(), code, reason);
  }

  @Override
  public String name() {
    return "join-ways";
  }

  @Override
  public Optional<Instant> nextDue() {
    return table.nextDue();
  }

  @Override
  public void runDue(Instant now) {
    var health = health();
    table.all().stream().filter(row -> isDue(row, now)).forEach(row -> look(row, health, now));
  }

  private static boolean isDue(WayTable.Row row, Instant now) {
    var at = row.nextLookAt();
    return at != null && !at.isAfter(now);
  }

  private void look(WayTable.Row row, Map<String, Health> health, Instant now) {
    var configId = row.configId();
    if (configId == null) {
      table.looked(row.state(), now);
    } else if (row.status() == Status.RETIRING) {
      delete(row, configId, now);
    } else {
      push(row, configId, Behind.of(row.draft().chats(), health), now);
    }
  }

  private void push(WayTable.Row row, String configId, List<String> behind, Instant now) {
    boolean changed = row.pushedAt() == null || !row.behind().equals(behind);
    if (!changed || behind.isEmpty()) {
      table.looked(row.state(), now);
      return;
    }
    var answer = wecom.update(configId, row.way(behind));
    if (answer instanceof CallResult.Ok<Boolean>) {
      table.pushed(row.state(), behind, now);
      log.info("Behind the join way {} are now {}", row.state(), behind);
    } else {
      var next = isWorthAnotherTry(answer) ? now.plus(settings.retry()) : null;
      table.notPushed(row.state(), said(answer), next);
      log.warn("SIYU-3413 join way {} not changed: {}; next try {}", row.state(), answer, next);
    }
  }

  private void delete(WayTable.Row row, String configId, Instant now) {
    var answer = wecom.delete(configId);
    if (answer instanceof CallResult.Ok<Boolean>) {
      table.retired(row.state());
    } else {
      table.retiring(row.state(), said(answer), now.plus(settings.retry()));
    }
  }

  private static boolean isWorthAnotherTry(CallResult<Boolean> answer) {
    return answer instanceof CallResult.Retryable<Boolean>
        || answer instanceof CallResult.Unknown<Boolean>;
  }

  private static String said(CallResult<Boolean> answer) {
    return switch (answer) {
      case CallResult.Ok<Boolean> ok -> "";
      case CallResult.Declined<Boolean> no -> no.code() + " " + no.reason();
      case CallResult.Broken<Boolean> no -> no.code() + " " + no.reason();
      case CallResult.Retryable<Boolean> no -> no.code() + " " + no.reason();
      case CallResult.Unknown<Boolean> no -> no.code() + " " + no.reason();
    };
  }
}
