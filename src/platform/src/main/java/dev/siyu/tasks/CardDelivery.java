package dev.siyu.tasks;

import dev.siyu.calls.CallResult;
import dev.siyu.tasks.StaffCardTable.Row;
import dev.siyu.time.DueWork;
import dev.siyu.wecom.StaffCards;
import dev.siyu.wecom.StaffCards.Card;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Brings cards to members, each at most once, and their newest face as far as a code allows. A card
 * without usable code stays as it is; the next press on it brings one.
 */
@Component
class CardDelivery implements StaffCardLane, DueWork {

  private static final Logger log = LoggerFactory.getLogger(CardDelivery.class);
  private static final Duration SOON = Duration.ofSeconds(5);

  private final StaffCardTable table;
  private final CardCodeTable codes;
  private final AppMessageQuota quota;
  private final ObjectProvider<StaffCards> weCom;
  private final Clock clock;
  private final AppMessageSettings settings;
  private final ZoneId companyZone;

  CardDelivery(
      StaffCardTable table,
      CardCodeTable codes,
      AppMessageQuota quota,
      ObjectProvider<StaffCards> weCom,
      Clock clock,
      AppMessageSettings settings,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId companyZone) {
    this.table = table;
    this.codes = codes;
    this.quota = quota;
    this.weCom = weCom;
    this.clock = clock;
    this.settings = settings;
    this.companyZone = companyZone;
  }

  @Override
  public void show(String staffUserId, Card card) {
    table.add(staffUserId, card, clock.instant());
  }

  @Override
  public void change(Card card, boolean over) {
    table.change(card, over, clock.instant());
  }

  @Override
  public boolean heard(String taskId, String responseCode) {
    if (!table.knows(taskId)) {
      return false;
    }
    if (!responseCode.isBlank()) {
      codes.add(taskId, responseCode, clock.instant());
    }
    table.wake(taskId, clock.instant());
    return true;
  }

  @Override
  public String name() {
    return "staff-cards";
  }

  @Override
  public Optional<Instant> nextDue() {
    return table.nextDue(settings.callTimeout());
  }

  @Override
  public void runDue(Instant now) {
    int swept = table.sweep(now, settings.callTimeout());
    if (swept > 0) {
      log.warn("SIYU-8020 {} cards are UNKNOWN now and are not sent again", swept);
    }
    for (var row : table.due(now)) {
      if (row.waiting()) {
        send(row, now);
      } else {
        change(row, now);
      }
    }
  }

  private void send(Row row, Instant now) {
    var open = settings.atWork(now, companyZone);
    if (open.isAfter(now)) {
      table.later(row, open, null);
      return;
    }
    var wait = quota.take(row.staff());
    if (wait.isPresent()) {
      table.later(row, settings.atWork(now.plus(wait.get()), companyZone), null);
      return;
    }
    if (table.claim(row.taskId(), now)) {
      record(row, weCom.getObject().show(row.staff(), row.card()), now);
    }
  }

  private void record(Row row, CallResult<String> result, Instant now) {
    switch (result) {
      case CallResult.Ok<String> ok -> {
        if (!ok.value().isEmpty()) {
          codes.add(row.taskId(), ok.value(), now);
        }
        table.ended(row.taskId(), "SENT", null, row.face(), now);
      }
      case CallResult.Retryable<String> again -> {
        quota.giveBack(row.staff());
        var next = settings.atWork(now.plus(longer(again.after(), SOON)), companyZone);
        table.back(row.taskId(), again.code() + " " + again.reason(), next);
      }
      case CallResult.Unknown<String> none -> {
        table.ended(row.taskId(), "UNKNOWN", none.code() + " " + none.reason(), row.face(), now);
        log.warn("SIYU-8020 card {} got no answer; it is not sent again", row.taskId());
      }
      case CallResult.Declined<String> no -> failed(row, no.code() + " " + no.reason(), now);
      case CallResult.Broken<String> bad -> failed(row, bad.code() + " " + bad.reason(), now);
    }
  }

  private void failed(Row row, String why, Instant now) {
    table.ended(row.taskId(), "FAILED", why, 0, now);
    log.warn(
        "SIYU-8021 card {} to {} failed: {}; what it asks is in the console's inbox",
        row.taskId(),
        row.staff(),
        why);
  }

  private void change(Row row, Instant now) {
    var code = codes.take(row.taskId(), now);
    if (code.isEmpty()) {
      table.later(row, null, "没有可用的 response_code，下次按按钮时更新");
      return;
    }
    switch (weCom.getObject().change(row.staff(), code.get(), row.card())) {
      case CallResult.Ok<Boolean> ok -> table.shown(row.taskId(), row.face(), now);
      case CallResult.Retryable<Boolean> again -> {
        codes.giveBack(code.get());
        var next = now.plus(longer(again.after(), SOON));
        table.later(row, next, again.code() + " " + again.reason());
      }
      // the code is gone; the next round takes another one, or leaves the card as it is
      case CallResult.Declined<Boolean> no -> table.later(row, now, no.code() + " " + no.reason());
      case CallResult.Unknown<Boolean> none ->
          table.later(row, now, none.code() + " " + none.reason());
      case CallResult.Broken<Boolean> bad -> {
        table.later(row, null, bad.code() + " " + bad.reason());
        log.warn("SIYU-8022 card {} stays as it is: {}", row.taskId(), bad.reason());
      }
    }
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
