package dev.siyu.tasks;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queue of app messages; a row is claimed and committed before its call leaves. */
@Component
class AppMessageTable {

  private static final String ADD =
      """
      INSERT INTO app_message (key, staff_user_id, text, state, created_at, not_before)
      VALUES (:key, :staff, :text, 'WAITING', :now, :notBefore) ON CONFLICT (key) DO NOTHING
      """;
  private static final String NEXT =
      """
      SELECT least((SELECT min(not_before) FROM app_message WHERE state = 'WAITING'),
        (SELECT min(claimed_at) FROM app_message WHERE state = 'SENDING')
          + :millis * interval '1 millisecond')
      """;
  private static final String DUE =
      """
      SELECT staff_user_id FROM app_message WHERE state = 'WAITING' AND not_before <= :now
      GROUP BY staff_user_id ORDER BY min(not_before), staff_user_id LIMIT 500
      """;
  private static final String WAITING =
      """
      SELECT id, text FROM app_message WHERE state = 'WAITING' AND staff_user_id = :staff
      ORDER BY id LIMIT 50
      """;
  private static final String CLAIM =
      """
      UPDATE app_message SET state = 'SENDING', claimed_at = :now, batch = :batch
      WHERE id = ANY (:ids) AND state = 'WAITING' RETURNING id
      """;
  private static final String END =
      """
      UPDATE app_message SET state = :state, ended_at = :now, reason = :reason
      WHERE batch = :batch AND state = 'SENDING'
      """;
  private static final String BACK =
      """
      UPDATE app_message SET state = 'WAITING', not_before = :notBefore, reason = :reason,
        batch = NULL, claimed_at = NULL
      WHERE batch = :batch AND state = 'SENDING'
      """;
  private static final String LATER =
      """
      UPDATE app_message SET not_before = :notBefore
      WHERE staff_user_id = :staff AND state = 'WAITING' AND not_before < :notBefore
      """;
  private static final String SWEEP =
      """
      UPDATE app_message SET state = 'UNKNOWN', ended_at = :now,
        reason = '已发起调用，但没有记录到结果'
      WHERE state = 'SENDING' AND claimed_at <= :before
      """;

  private static final String COUNT_WAITING =
      "SELECT count(*) FROM app_message WHERE state = 'WAITING' AND staff_user_id = :staff";

  record Waiting(long id, String text) {}

  private final JdbcClient jdbc;

  AppMessageTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean add(String key, String staff, String text, Instant now, Instant notBefore) {
    return jdbc.sql(ADD)
            .param("key", key)
            .param("staff", staff)
            .param("text", text)
            .param("now", at(now))
            .param("notBefore", at(notBefore))
            .update()
        == 1;
  }

  Optional<Instant> nextDue(Duration callTimeout) {
    return jdbc.sql(NEXT)
        .param("millis", callTimeout.toMillis())
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  List<String> dueMembers(Instant now) {
    return jdbc.sql(DUE).param("now", at(now)).query(String.class).list();
  }

  /** All that waits for a member, also what would wait for others still. */
  List<Waiting> waiting(String staff) {
    return jdbc.sql(WAITING).param("staff", staff).query(Waiting.class).list();
  }

  long countWaiting(String staff) {
    return jdbc.sql(COUNT_WAITING).param("staff", staff).query(Long.class).single();
  }

  /** The ones that are ours now; the others somebody else has. */
  List<Waiting> claim(List<Waiting> messages, Instant now) {
    var claimed =
        jdbc.sql(CLAIM)
            .param("ids", messages.stream().map(Waiting::id).toArray(Long[]::new))
            .param("batch", messages.getFirst().id())
            .param("now", at(now))
            .query(Long.class)
            .list();
    return messages.stream().filter(message -> claimed.contains(message.id())).toList();
  }

  void end(long batch, String state, @Nullable String reason, Instant now) {
    jdbc.sql(END)
        .param("batch", batch)
        .param("state", state)
        .param("reason", reason, Types.VARCHAR)
        .param("now", at(now))
        .update();
  }

  void back(long batch, Instant notBefore, String reason) {
    jdbc.sql(BACK)
        .param("batch", batch)
        .param("notBefore", at(notBefore))
        .param("reason", reason)
        .update();
  }

  void later(String staff, Instant notBefore) {
    jdbc.sql(LATER).param("staff", staff).param("notBefore", at(notBefore)).update();
  }

  /** Claims whose end nobody recorded become UNKNOWN; answers how many. */
  int sweep(Instant now, Duration callTimeout) {
    return jdbc.sql(SWEEP)
        .param("now", at(now))
        .param("before", at(now.minus(callTimeout)))
        .update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
