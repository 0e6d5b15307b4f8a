package dev.siyu.touchpoints;

import dev.siyu.calls.CallResult;
import dev.siyu.touchpoints.Touchpoints.Receipt;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records how calls ended, a batch per statement. */
@Component
class LedgerEndings {

  private static final String RECORD =
      """
      WITH ended AS (
        SELECT * FROM jsonb_to_recordset(:endings::jsonb) AS e(id bigint, attempt int, state text,
          rule text, reason text, not_before timestamptz, provider_id text, said text,
          first_look_up timestamptz, deadline timestamptz, predecessor text)),
      written AS (
        UPDATE touchpoint t SET state = e.state, rule = e.rule, reason = e.reason,
          not_before = e.not_before, provider_id = e.provider_id, updated_at = :now
        FROM ended e
        WHERE t.id = e.id AND t.attempts = e.attempt AND t.state = ANY (:before::text[])
        RETURNING t.*),
      tasks AS (
        INSERT INTO mass_send_task (msg_id, staff_user_id, state, said, created_at, deadline,
          done_until, next_step_at, predecessor)
        SELECT DISTINCT ON (w.provider_id) w.provider_id, coalesce(w.staff_user_id, ''), 'CREATED',
          e.said, :now::timestamptz, e.deadline, :now, e.first_look_up, e.predecessor
        FROM written w JOIN ended e ON e.id = w.id
        WHERE w.state = 'QUEUED' AND e.first_look_up IS NOT NULL
        ORDER BY w.provider_id, w.id
        ON CONFLICT (msg_id) DO NOTHING),
      logged AS (
        INSERT INTO touchpoint_event (touchpoint_id, at, state, rule, reason, provider_id)
        SELECT id, :now, state, rule, reason, provider_id FROM written)
      SELECT id FROM written
      """;

  /** How the call of one claim ended. */
  record Ending(
      long id,
      int attempt,
      TouchState state,
      @Nullable String rule,
      @Nullable String reason,
      @Nullable Instant notBefore,
      @Nullable String providerId,
      @Nullable String said,
      @Nullable Instant firstLookUp,
      @Nullable Instant deadline,
      @Nullable String predecessor) {

    /** Certainly without effect: it waits for the same task's next step. */
    static Ending backToQueue(Claim.Granted claim, String msgId) {
      return new Ending(
          claim.id(),
          claim.attempt(),
          TouchState.QUEUED,
          null,
          null,
          null,
          msgId,
          null,
          null,
          null,
          null);
    }

    /** The same for a task that takes the place of another one and keeps its deadline. */
    Ending after(String msgId, Instant keptDeadline) {
      return new Ending(
          id,
          attempt,
          state,
          rule,
          reason,
          notBefore,
          providerId,
          said,
          firstLookUp,
          firstLookUp == null ? null : keptDeadline,
          firstLookUp == null ? null : msgId);
    }
  }

  private final JdbcClient jdbc;
  private final Clock clock;
  private final MassSendSettings settings;

  LedgerEndings(JdbcClient jdbc, Clock clock, MassSendSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  Ending ending(Claim.Granted claim, CallResult<Receipt> result) {
    var now = clock.instant();
    return switch (result) {
      case CallResult.Ok<Receipt> ok -> {
        var queued = ok.value().queued();
        yield new Ending(
            claim.id(),
            claim.attempt(),
            queued ? TouchState.QUEUED : TouchState.SENT,
            null,
            null,
            null,
            ok.value().providerId(),
            ok.value().said(),
            queued ? now.plus(settings.lookUps().getFirst()) : null,
            queued ? MassSendPlan.deadline(now, settings) : null,
            null);
      }
      case CallResult.Declined<Receipt> no ->
          failed(claim, TouchState.DECLINED, no.code(), no.reason(), null);
      case CallResult.Retryable<Receipt> again ->
          failed(claim, TouchState.FAILED, again.code(), again.reason(), now.plus(again.after()));
      case CallResult.Broken<Receipt> broken ->
          failed(claim, TouchState.FAILED, broken.code(), broken.reason(), null);
      case CallResult.Unknown<Receipt> unknown ->
          failed(claim, TouchState.UNKNOWN, unknown.code(), unknown.reason(), null);
    };
  }

  private static Ending failed(
      Claim.Granted claim,
      TouchState state,
      String code,
      String reason,
      @Nullable Instant notBefore) {
    return new Ending(
        claim.id(), claim.attempt(), state, code, reason, notBefore, null, null, null, null, null);
  }

  /** True per ending that was written; false when the row had gone on without it. */
  List<Boolean> record(List<Ending> endings) {
    // One statement per state that an ending leads to: the guard differs.
    Map<TouchState, List<Ending>> byState =
        endings.stream().collect(Collectors.groupingBy(Ending::state));
    var written =
        byState.entrySet().stream()
            .flatMap(entry -> record(entry.getKey(), entry.getValue()).stream())
            .collect(Collectors.toMap(Function.identity(), id -> true, (a, b) -> a));
    return endings.stream().map(ending -> written.containsKey(ending.id())).toList();
  }

  private List<Long> record(TouchState state, List<Ending> endings) {
    return jdbc.sql(RECORD)
        .param("endings", Rows.json(endings))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("before", TouchState.before(state))
        .query(Long.class)
        .list();
  }
}
