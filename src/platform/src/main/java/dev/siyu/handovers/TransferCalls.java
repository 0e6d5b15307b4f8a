package dev.siyu.handovers;

import dev.siyu.calls.CallResult;
import dev.siyu.handovers.HandOverWork.Started;
import dev.siyu.handovers.HandOvers.View;
import dev.siyu.wecom.Transfers;
import dev.siyu.wecom.Transfers.Pair;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks WeCom for one batch: claim and commit, call, record. */
@Component
class TransferCalls {

  private static final Logger log = LoggerFactory.getLogger(TransferCalls.class);

  /** The account itself is in the way: 40143 it is banned, 40097 it has not left yet. */
  private static final Set<String> BLOCKED = Set.of("40143", "40097");

  /** A transfer is under way already, perhaps from a call whose answer was lost. */
  private static final Set<Integer> UNDER_WAY = Set.of(0, 40100, 40129);

  private final HandOverTable table;
  private final TransferTable rows;
  private final Transfers transfers;
  private final HandOverSettings settings;
  private final Clock clock;

  TransferCalls(
      HandOverTable table,
      TransferTable rows,
      Transfers transfers,
      HandOverSettings settings,
      Clock clock) {
    this.table = table;
    this.rows = rows;
    this.transfers = transfers;
    this.settings = settings;
    this.clock = clock;
  }

  /** Null: go on with the next batch. */
  @Nullable Started ask(View view, String to) {
    var now = clock.instant();
    var whom = rows.claim(view.id(), to, view.resigned(), settings.perCall(), now);
    if (whom.isEmpty()) {
      return null;
    }
    var pair = new Pair(view.fromUserId(), to, view.resigned());
    var answer = transfers.start(pair, whom, settings.message());
    return switch (answer) {
      case CallResult.Ok<Map<String, Integer>> ok -> recorded(view, ok.value());
      case CallResult.Declined<Map<String, Integer>> no ->
          refused(view, whom, no.code(), no.reason());
      case CallResult.Broken<Map<String, Integer>> no ->
          refused(view, whom, no.code(), no.reason());
      case CallResult.Retryable<Map<String, Integer>> later -> {
        rows.move(view.id(), whom, "PLANNED", null, clock.instant(), "ASKED");
        yield new Started.Later(clock.instant().plus(later.after()));
      }
      case CallResult.Unknown<Map<String, Integer>> none -> {
        log.warn(
            "Hand-over {}: no answer for {} customers; the result list will tell",
            view.id(),
            whom.size());
        yield null;
      }
    };
  }

  private @Nullable Started recorded(View view, Map<String, Integer> codes) {
    Map<Integer, List<String>> byCode =
        codes.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    byCode.forEach(
        (code, whom) -> {
          boolean started = UNDER_WAY.contains(code);
          rows.move(
              view.id(),
              whom,
              started ? "WAITING" : "FAILED",
              code == 0 ? null : String.valueOf(code),
              clock.instant(),
              "ASKED");
        });
    return null;
  }

  /** Nothing was started. Either the account is in the way, or the receiver is. */
  private @Nullable Started refused(View view, List<String> whom, String code, String reason) {
    var now = clock.instant();
    if (BLOCKED.contains(code)) {
      rows.move(view.id(), whom, "PLANNED", null, now, "ASKED");
      table.block(view.id(), code + " " + reason);
      log.warn(
          "Hand-over {} is blocked by WeCom: {} {}; a person must act", view.id(), code, reason);
      return new Started.Blocked();
    }
    rows.move(view.id(), whom, "RECEIVER_OUT", code, now, "ASKED");
    return null;
  }
}
