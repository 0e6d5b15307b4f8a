package dev.siyu.tasks;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The codes that change cards: each for one call, within 72 hours (WeCom: doc 94888). */
@Component
class CardCodeTable {

  private static final Duration LIVES = Duration.ofHours(72);

  private static final String ADD =
      """
      INSERT INTO staff_card_code (code, task_id, received_at, expires_at)
      VALUES (:code, :task, :now, :expires) ON CONFLICT (code) DO NOTHING
      """;
  private static final String TAKE =
      """
      UPDATE staff_card_code SET used_at = :now
      WHERE used_at IS NULL AND code = (
        SELECT code FROM staff_card_code
        WHERE task_id = :task AND used_at IS NULL AND expires_at > :now
        ORDER BY received_at DESC, code LIMIT 1)
      RETURNING code
      """;
  private static final String GIVE_BACK =
      "UPDATE staff_card_code SET used_at = NULL WHERE code = :code";

  private final JdbcClient jdbc;

  CardCodeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(String task, String code, Instant now) {
    jdbc.sql(ADD)
        .param("code", code)
        .param("task", task)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("expires", now.plus(LIVES).atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The newest that can be used; it counts as used from now on. */
  Optional<String> take(String task, Instant now) {
    return jdbc.sql(TAKE)
        .param("task", task)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .optional();
  }

  /** The call certainly had no effect. */
  void giveBack(String code) {
    jdbc.sql(GIVE_BACK).param("code", code).update();
  }
}
