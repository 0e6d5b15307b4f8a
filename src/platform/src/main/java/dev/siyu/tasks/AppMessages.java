package dev.siyu.tasks;

import dev.siyu.calls.CallResult;
import dev.siyu.time.DueWork;
import dev.siyu.wecom.WeCom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends what staff members are to be told: several as one message, never more than WeCom lets
 * through, each at most once. A call without answer leaves its messages UNKNOWN for a person.
 */
@Component
class AppMessages implements Notices, DueWork {

  private static final Logger log = LoggerFactory.getLogger(AppMessages.class);

  private final AppMessageTable table;
  private final AppMessageQuota quota;
  private final WeCom weCom;
  private final Clock clock;
  private final AppMessageSettings settings;
  private final ZoneId companyZone;

  AppMessages(
      AppMessageTable table,
      AppMessageQuota quota,
      WeCom weCom,
      Clock clock,
      AppMessageSettings settings,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId companyZone) {
    this.table = table;
    this.quota = quota;
    this.weCom = weCom;
    this.clock = clock;
    this.settings = settings;
    this.companyZone = companyZone;
  }

  @Override
  public void tell(String key, String staffUserId, String text) {
    var now = clock.instant();
    table.add(
        key, staffUserId, text, now, settings.atWork(now.plus(settings.together()), companyZone));
  }

  @Override
  public String name() {
    return "app-messages";
  }

  @Override
  public Optional<Instant> nextDue() {
    return table.nextDue(settings.callTimeout());
  }

  @Override
  public void runDue(Instant now) {
    int swept = table.sweep(now, settings.callTimeout());
    if (swept > 0) {
      log.warn("SIYU-3133 {} app messages are UNKNOWN now and are not sent again", swept);
    }
    table.dueMembers(now).forEach(staff -> send(staff, now));
  }

  private void send(String staff, Instant now) {
    var open = settings.atWork(now, companyZone);
    if (open.isAfter(now)) {
      table.later(staff, open);
      return;
    }
    var wait = quota.take(staff);
    if (wait.isPresent()) {
      table.later(staff, settings.atWork(now.plus(wait.get()), companyZone));
      return;
    }
    var fitting = AppMessageText.fitting(table.waiting(staff), settings.mostBytes());
    if (fitting.isEmpty()) {
      return;
    }
    var mine = table.claim(fitting, now);
    if (!mine.isEmpty()) {
      long batch = fitting.getFirst().id();
      record(staff, batch, weCom.sendAppMessage(staff, AppMessageText.of(mine)), now);
    }
  }

  private void record(String staff, long batch, CallResult<Boolean> result, Instant now) {
    switch (result) {
      case CallResult.Ok<Boolean> ok -> table.end(batch, "SENT", null, now);
      case CallResult.Retryable<Boolean> again -> {
        quota.giveBack(staff);
        var soon = now.plus(longer(again.after(), Duration.ofSeconds(10)));
        var next = settings.atWork(soon, companyZone);
        table.back(batch, next, again.code() + " " + again.reason());
      }
      case CallResult.Declined<Boolean> no -> failed(batch, no.code() + " " + no.reason(), now);
      case CallResult.Broken<Boolean> broken ->
          failed(batch, broken.code() + " " + broken.reason(), now);
      case CallResult.Unknown<Boolean> none -> {
        table.end(batch, "UNKNOWN", none.code() + " " + none.reason(), now);
        log.warn("SIYU-3133 app message to {} got no answer; it is not sent again", staff);
      }
    }
  }

  private void failed(long batch, String why, Instant now) {
    table.end(batch, "FAILED", why, now);
    log.warn("SIYU-3134 app messages of batch {} failed: {}; a person has to look", batch, why);
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
