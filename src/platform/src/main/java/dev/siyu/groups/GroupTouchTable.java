package dev.siyu.groups;

import static dev.siyu.groups.ChatTable.at;

import dev.siyu.groups.GroupWork.GroupTouch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger of messages to groups; which state may follow which is said in each WHERE. */
@Component
class GroupTouchTable {

  /** States in which a message reached the group, may have, or still may. */
  private static final String MADE =
      """
      SELECT claimed_at FROM group_touch
      WHERE chat_id = :chat AND claimed_at >= :since
        AND state IN ('PENDING', 'QUEUED', 'SENT', 'UNKNOWN') ORDER BY claimed_at
      """;

  private static final String APPROVED =
      "SELECT version FROM content WHERE key = :key AND state = 'APPROVED'";
  private static final String CLAIM =
      """
      INSERT INTO group_touch AS t (chat_id, journey, step, occurrence, content, content_version,
        staff_user_id, state, attempts, element_instance_key, asked_at, claimed_at, updated_at,
        next_look_at)
      VALUES (:chat, :journey, :step, :occurrence, :content, :version, :owner, 'PENDING', 1,
        :element, :now, :now, :now, :look)
      ON CONFLICT (chat_id, journey, step, occurrence) DO UPDATE SET state = 'PENDING', rule = NULL,
        reason = NULL, not_before = NULL, content_version = excluded.content_version,
        staff_user_id = excluded.staff_user_id, attempts = t.attempts + 1,
        element_instance_key = excluded.element_instance_key, claimed_at = excluded.claimed_at,
        updated_at = excluded.updated_at, next_look_at = excluded.next_look_at
      WHERE t.state IN ('REFUSED', 'FAILED')
      RETURNING id, attempts
      """;
  private static final String REFUSE =
      """
      INSERT INTO group_touch AS t (chat_id, journey, step, occurrence, content, state, rule,
        reason, not_before, element_instance_key, asked_at, updated_at)
      VALUES (:chat, :journey, :step, :occurrence, :content, 'REFUSED', :rule, :reason, :notBefore,
        :element, :now, :now)
      ON CONFLICT (chat_id, journey, step, occurrence) DO UPDATE SET state = 'REFUSED',
        rule = excluded.rule, reason = excluded.reason, not_before = excluded.not_before,
        element_instance_key = excluded.element_instance_key, updated_at = excluded.updated_at
      WHERE t.state IN ('REFUSED', 'FAILED')
      RETURNING id, attempts
      """;
  private static final String END =
      """
      UPDATE group_touch SET state = :state, rule = :rule, reason = :reason,
        provider_id = coalesce(:provider, provider_id), said = coalesce(:said, said),
        next_look_at = :look, updated_at = :now
      WHERE id = :id AND attempts = :attempts AND state = ANY (:before)
      """;
  private static final String LOG =
      """
      INSERT INTO group_touch_event (group_touch_id, at, state, rule, reason)
      VALUES (:id, :now, :state, :rule, :reason)
      """;
  private static final String FIND =
      """
      SELECT * FROM group_touch WHERE chat_id = :chat AND journey = :journey AND step = :step
        AND occurrence = :occurrence
      """;
  private static final String DUE =
      "SELECT * FROM group_touch WHERE next_look_at <= :now ORDER BY next_look_at LIMIT 200";
  private static final String LOOKED =
      """
      UPDATE group_touch SET next_look_at = :look, reminded_at = coalesce(:reminded, reminded_at)
      WHERE id = :id AND state = 'QUEUED'
      """;

  /** A claim; a later record must name the same attempt. */
  record Claim(long id, int attempts) {}

  record Row(
      Claim claim,
      String chatId,
      String state,
      @Nullable String owner,
      @Nullable String rule,
      @Nullable String reason,
      @Nullable Instant notBefore,
      @Nullable String providerId,
      @Nullable Instant claimedAt,
      @Nullable Instant remindedAt) {}

  private final JdbcClient jdbc;

  GroupTouchTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Holds the group until the transaction ends: decisions about it happen one by one. */
  void hold(String chatId) {
    jdbc.sql("SELECT chat_id FROM group_chat WHERE chat_id = :chat FOR UPDATE")
        .param("chat", chatId)
        .query(String.class)
        .optional();
  }

  List<Instant> made(String chatId, Instant since) {
    return jdbc.sql(MADE)
        .param("chat", chatId)
        .param("since", at(since))
        .query((row, n) -> ChatTable.instant(row, "claimed_at"))
        .list();
  }

  Optional<Integer> approvedVersion(String content) {
    return jdbc.sql(APPROVED).param("key", content).query(Integer.class).optional();
  }

  /** Empty when the message was made, may have been made, or ended before. */
  Optional<Claim> claim(GroupTouch touch, int version, String owner, Instant now, Instant look) {
    var claim =
        keyed(CLAIM, touch)
            .param("content", touch.content())
            .param("version", version)
            .param("owner", owner)
            .param("element", touch.elementInstanceKey())
            .param("now", at(now))
            .param("look", at(look))
            .query((row, n) -> new Claim(row.getLong("id"), row.getInt("attempts")))
            .optional();
    claim.ifPresent(one -> log(one.id(), "PENDING", null, null, now));
    return claim;
  }

  /** False when it was made before. */
  boolean refuse(GroupTouch touch, GroupRules.Refusal refusal, Instant now) {
    var until = refusal.notBefore();
    var refused =
        keyed(REFUSE, touch)
            .param("content", touch.content())
            .param("rule", refusal.rule())
            .param("reason", refusal.reason())
            .param("notBefore", until == null ? null : at(until), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("element", touch.elementInstanceKey())
            .param("now", at(now))
            .query((row, n) -> row.getLong("id"))
            .optional();
    refused.ifPresent(id -> log(id, "REFUSED", refusal.rule(), refusal.reason(), now));
    return refused.isPresent();
  }

  /** Ends a claim or a wait; false when somebody else did. */
  boolean end(Claim claim, GroupEnding ending, Instant now) {
    boolean ended =
        jdbc.sql(END)
                .param("id", claim.id())
                .param("attempts", claim.attempts())
                .param("state", ending.state())
                .param("before", ending.before().toArray(String[]::new))
                .param("rule", ending.rule(), Types.VARCHAR)
                .param("reason", ending.reason(), Types.VARCHAR)
                .param("provider", ending.providerId(), Types.VARCHAR)
                .param("said", ending.said(), Types.VARCHAR)
                .param(
                    "look",
                    ending.look() == null ? null : at(ending.look()),
                    Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", at(now))
                .update()
            == 1;
    if (ended) {
      log(claim.id(), ending.state(), ending.rule(), ending.reason(), now);
    }
    return ended;
  }

  private void log(
      long id, String state, @Nullable String rule, @Nullable String reason, Instant now) {
    jdbc.sql(LOG)
        .param("id", id)
        .param("now", at(now))
        .param("state", state)
        .param("rule", rule, Types.VARCHAR)
        .param("reason", reason, Types.VARCHAR)
        .update();
  }

  Optional<Row> find(GroupTouch touch) {
    return keyed(FIND, touch).query((row, n) -> row(row)).optional();
  }

  Optional<Instant> nextDue() {
    return jdbc.sql(
            "SELECT min(next_look_at) AS at FROM group_touch WHERE next_look_at IS NOT NULL")
        .query((row, n) -> Optional.ofNullable(ChatTable.maybe(row, "at")))
        .single();
  }

  List<Row> due(Instant now) {
    return jdbc.sql(DUE).param("now", at(now)).query((row, n) -> row(row)).list();
  }

  /** Plans the next look at a message that waits for its owner. */
  void looked(long id, Instant look, @Nullable Instant reminded) {
    jdbc.sql(LOOKED)
        .param("id", id)
        .param("look", at(look))
        .param("reminded", reminded == null ? null : at(reminded), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  List<Groups.Said> said(String chatId, int limit) {
    return jdbc.sql("SELECT * FROM group_touch WHERE chat_id = :chat ORDER BY id DESC LIMIT :limit")
        .param("chat", chatId)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Groups.Said(
                    row.getString("journey"),
                    row.getString("step"),
                    row.getString("occurrence"),
                    row.getString("content"),
                    row.getString("said"),
                    row.getString("state"),
                    row.getString("reason"),
                    ChatTable.maybe(row, "not_before"),
                    ChatTable.instant(row, "updated_at")))
        .list();
  }

  private JdbcClient.StatementSpec keyed(String sql, GroupTouch touch) {
    return jdbc.sql(sql)
        .param("chat", touch.chatId())
        .param("journey", touch.journey())
        .param("step", touch.step())
        .param("occurrence", touch.occurrence());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new Claim(row.getLong("id"), row.getInt("attempts")),
        row.getString("chat_id"),
        row.getString("state"),
        row.getString("staff_user_id"),
        row.getString("rule"),
        row.getString("reason"),
        ChatTable.maybe(row, "not_before"),
        row.getString("provider_id"),
        ChatTable.maybe(row, "claimed_at"),
        ChatTable.maybe(row, "reminded_at"));
  }
}
