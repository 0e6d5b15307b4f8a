package dev.siyu.channels;

import dev.siyu.calls.CallResult;
import dev.siyu.channels.ChannelDesk.CodeStatus;
import dev.siyu.wecom.ContactWays;
import dev.siyu.wecom.ContactWays.Known;
import dev.siyu.wecom.ContactWays.Made;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Creates, finds again and deletes live codes at WeCom. A creation is never asked twice. */
@Component
class LiveCodes {

  private static final Logger log = LoggerFactory.getLogger(LiveCodes.class);
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private final LiveCodeTable table;
  private final ContactWays ways;
  private final LiveCodeSettings settings;
  private final Clock clock;

  LiveCodes(LiveCodeTable table, ContactWays ways, LiveCodeSettings settings, Clock clock) {
    this.table = table;
    this.ways = ways;
    this.settings = settings;
    this.clock = clock;
  }

  /** False when there is a code already, or its creation is under way or unresolved. */
  boolean create(String state, String name, List<String> staff) {
    var now = clock.instant();
    if (staff.isEmpty()) {
      throw new ChannelRefused(ChannelRefused.Why.NOBODY, "no account may serve " + state);
    }
    if (table.countAtWeCom() >= settings.perCorp()) {
      throw new ChannelRefused(
          ChannelRefused.Why.TOO_MANY_CODES,
          "live codes: " + settings.perCorp() + " (expected: fewer; siyu.live-codes.per-corp)");
    }
    var users = staff.stream().limit(settings.users()).toList();
    if (!table.claim(state, users, settings.dailyCap(), now)) {
      return false;
    }
    var remark = name.substring(0, Math.min(30, name.length()));
    record(state, ways.add(new ContactWays.Way(state, remark, users)));
    return true;
  }

  private void record(String state, CallResult<Made> answer) {
    var now = clock.instant();
    switch (answer) {
      case CallResult.Ok<Made> ok -> table.made(state, ok.value(), now);
      case CallResult.Declined<Made> no -> failed(state, no.code(), no.reason());
      case CallResult.Broken<Made> broken -> failed(state, broken.code(), broken.reason());
      case CallResult.Retryable<Made> later -> failed(state, later.code(), later.reason());
      case CallResult.Unknown<Made> none -> {
        table.endCreation(state, CodeStatus.UNKNOWN, none.code() + " " + none.reason(), now);
        log.warn(
            "SIYU-3115 The live code of {} may exist or not; look it up in the console", state);
      }
    }
  }

  private void failed(String state, String code, String reason) {
    table.endCreation(state, CodeStatus.FAILED, code + " " + reason, clock.instant());
    log.warn("No live code for channel {}: {} {}; create it in the console", state, code, reason);
  }

  /** Asks WeCom for codes made around the time we asked; adopts the one with our state. */
  boolean lookUp(LiveCodeTable.Row row) {
    var asked = row.askedAt() == null ? clock.instant() : row.askedAt();
    var found = ways.madeBetween(asked.minus(CLOCKS_DIFFER), asked.plus(CLOCKS_DIFFER));
    return switch (found) {
      case CallResult.Ok<List<Known>> ok ->
          ok.value().stream()
              .filter(known -> known.way().state().equals(row.state()))
              .findFirst()
              .map(known -> table.made(row.state(), known.made(), clock.instant()))
              .orElse(false);
      case CallResult.Declined<List<Known>> no -> throw unanswered(no.code(), no.reason());
      case CallResult.Broken<List<Known>> broken ->
          throw unanswered(broken.code(), broken.reason());
      case CallResult.Retryable<List<Known>> later ->
          throw unanswered(later.code(), later.reason());
      case CallResult.Unknown<List<Known>> none -> throw unanswered(none.code(), none.reason());
    };
  }

  private static ChannelRefused unanswered(String code, String reason) {
    return new ChannelRefused(ChannelRefused.Why.WRONG_STATE, "WeCom: " + code + " " + reason);
  }

  /** Deletes a code; repeated by the rotation until WeCom has done it. */
  void retire(LiveCodeTable.Row row) {
    var configId = row.configId();
    if (configId == null || !table.retiring(row.state(), row.note(), clock.instant())) {
      return;
    }
    var answer = ways.delete(configId);
    if (answer instanceof CallResult.Ok<Boolean>) {
      table.retired(row.state(), clock.instant());
    } else {
      table.retiring(row.state(), PushEnding.of(answer).note(), clock.instant());
      log.warn(
          "Live code of {} not deleted: {}; again in {}", row.state(), answer, settings.retry());
    }
  }

  /** Creations whose answer was never recorded (a crash) become UNKNOWN. */
  void timeOut() {
    int lost = table.timeOut(clock.instant().minus(settings.createTimeout()));
    if (lost > 0) {
      log.warn("SIYU-3115 {} live codes may exist or not; look them up in the console", lost);
    }
  }
}
