package dev.siyu.touchpoints;

import dev.siyu.touchpoints.MassSendTask.Settled;
import dev.siyu.touchpoints.MassSendTask.Unsent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes into the ledger what became of the customers of a mass-send task. */
@Component
class MassSendSettling {

  private static final String SETTLE =
      """
      WITH settled AS (
        SELECT * FROM jsonb_to_recordset(:settled::jsonb) AS s(id bigint, state text, rule text,
          reason text)),
      ended AS (
        UPDATE touchpoint t SET state = s.state, rule = s.rule, reason = s.reason,
          not_before = NULL, updated_at = :now
        FROM settled s WHERE t.id = s.id AND t.state = 'QUEUED' AND t.provider_id = :msgId
        RETURNING t.id, t.state, t.rule, t.reason)
      INSERT INTO touchpoint_event (touchpoint_id, at, state, rule, reason, provider_id)
      SELECT id, :now, state, rule, reason, :msgId FROM ended
      """;

  private final JdbcClient jdbc;

  MassSendSettling(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Settles what WeCom knows the end of; answers the rest, still unsent. */
  List<Unsent> settle(
      String msgId, List<Unsent> touches, Map<String, Integer> statusOf, Instant now) {
    var unsent = new ArrayList<Unsent>();
    var settled = new ArrayList<Settled>();
    for (var touch : touches) {
      var customer = touch.externalUserId();
      int status = customer == null ? 0 : statusOf.getOrDefault(customer, 0);
      switch (status) {
        case 1 -> settled.add(new Settled(touch.id(), TouchState.SENT, null, null));
        case 2 ->
            settled.add(new Settled(touch.id(), TouchState.DECLINED, "NOT_FRIEND", "客户已不是好友"));
        case 3 -> settled.add(new Settled(touch.id(), TouchState.DECLINED, "LIMIT", "客户本月接收已达上限"));
        default -> unsent.add(touch);
      }
    }
    write(msgId, settled, now);
    return unsent;
  }

  void write(String msgId, List<Settled> settled, Instant now) {
    settled.stream()
        .filter(one -> !TouchState.QUEUED.canBecome(one.state()))
        .findAny()
        .ifPresent(
            wrong -> {
              throw new IllegalStateException("a queued touch cannot become " + wrong.state());
            });
    if (!settled.isEmpty()) {
      jdbc.sql(SETTLE)
          .param("msgId", msgId)
          .param("settled", Rows.json(settled))
          .param("now", now.atOffset(ZoneOffset.UTC))
          .update();
    }
  }
}
