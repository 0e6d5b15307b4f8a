package dev.siyu.groups;

import dev.siyu.calls.CallResult;
import dev.siyu.time.DueWork;
import dev.siyu.wecom.GroupChats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares all groups with WeCom: after a start, daily and by hand, because events get lost. Each
 * group is asked on its own, so one that cannot be read does not hide the others.
 */
@Component
class Comparison implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(Comparison.class);

  /** Events go on telling what changes meanwhile. */
  private static final Duration AGAIN = Duration.ofHours(1);

  private final GroupChats wecom;
  private final GroupLooks looks;
  private final GroupBook book;
  private final ChatTable chats;
  private final LookTable table;
  private final GroupSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Comparison(
      GroupChats wecom,
      GroupLooks looks,
      GroupBook book,
      ChatTable chats,
      LookTable table,
      GroupSettings settings,
      TransactionTemplate transactions,
      Clock clock) {
    this.wecom = wecom;
    this.looks = looks;
    this.book = book;
    this.chats = chats;
    this.table = table;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What happened while we were away was told to nobody. */
  @EventListener(ApplicationReadyEvent.class)
  void started() {
    table.due(clock.instant());
  }

  @Override
  public String name() {
    return "group-comparison";
  }

  @Override
  public Optional<Instant> nextDue() {
    return table.next();
  }

  @Override
  public void runDue(Instant now) {
    switch (wecom.all(List.of())) {
      case CallResult.Ok<List<String>> ok -> compare(ok.value(), now);
      case CallResult.Declined<List<String>> no -> failed(no.code(), no.reason(), now, null);
      case CallResult.Broken<List<String>> no -> failed(no.code(), no.reason(), now, null);
      case CallResult.Retryable<List<String>> no -> failed(no.code(), no.reason(), now, no.after());
      case CallResult.Unknown<List<String>> no -> failed(no.code(), no.reason(), now, null);
    }
  }

  private void failed(String code, String reason, Instant now, @Nullable Duration after) {
    var pause = after == null || after.compareTo(AGAIN) < 0 ? AGAIN : after;
    table.failed(code + " " + reason, now.plus(pause));
    log.warn("SIYU-3411 groups not compared: {} {}; again in {}", code, reason, pause);
  }

  private void compare(List<String> there, Instant now) {
    var ids = new HashSet<>(there);
    chats.all().stream().filter(ChatTable.Row::open).forEach(chat -> ids.add(chat.chatId()));
    int untold = 0;
    for (String chatId : ids) {
      untold += applied(chatId) ? 0 : 1;
    }
    if (untold > 0) {
      failed("SIYU-3410", untold + " groups could not be read", now, null);
    } else {
      table.looked(now, there.size(), "", now.plus(settings.compareEvery()));
    }
  }

  /** False when WeCom did not tell of this group. */
  private boolean applied(String chatId) {
    return switch (looks.look(chatId)) {
      case GroupNews.Look.Found found -> {
        transactions.executeWithoutResult(
            status -> book.found(found.seen(), found.asOf(), Map.of()));
        yield true;
      }
      case GroupNews.Look.Gone gone -> {
        transactions.executeWithoutResult(status -> book.gone(chatId, gone.asOf()));
        yield true;
      }
      case GroupNews.Look.Later later -> false;
      case GroupNews.Look.Untold untold -> false;
    };
  }
}
