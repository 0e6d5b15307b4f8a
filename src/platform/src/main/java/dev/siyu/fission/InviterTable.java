package dev.siyu.fission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The inviters: when they start, their code, how far they are. */
@Component
class InviterTable {

  private static final String NEXT =
      """
      SELECT min(i.start_at) FROM fission_inviter i JOIN fission_campaign k ON k.id = i.campaign_id
      WHERE i.state = 'CHOSEN' AND k.state = 'RUNNING'
      """;
  private static final String START =
      """
      UPDATE fission_inviter i SET state = 'STARTED' FROM fission_campaign k
      WHERE k.id = i.campaign_id AND k.state = 'RUNNING' AND i.id IN (SELECT id
        FROM fission_inviter WHERE state = 'CHOSEN' AND start_at <= :now ORDER BY start_at, id
        LIMIT :limit)
      RETURNING i.*, k.content, k.ends_at, k.watch_days, k.state AS campaign_state,
        (SELECT name FROM customer c WHERE c.id = i.customer_id) AS name
      """;
  private static final String ONE =
      """
      SELECT i.*, k.content, k.ends_at, k.watch_days, k.state AS campaign_state,
        (SELECT name FROM customer c WHERE c.id = i.customer_id) AS name
      FROM fission_inviter i JOIN fission_campaign k ON k.id = i.campaign_id WHERE i.id = :id
      """;
  private static final String ASKED =
      "UPDATE fission_inviter SET code_asked_at = :now WHERE id = :id AND config_id IS NULL";
  private static final String CODE =
      "UPDATE fission_inviter SET config_id = :config, qr_code = :qr WHERE id = :id";
  private static final String POSTED =
      """
      UPDATE fission_inviter SET state = 'POSTED', posted_at = :now
      WHERE id = :id AND state = 'STARTED'
      """;
  private static final String SETTLED =
      """
      UPDATE fission_inviter SET state = 'SETTLED', settled_at = :now, note = :note
      WHERE id = :id AND state <> 'SETTLED'
      """;

  /** An inviter with what their campaign says. */
  record Row(
      long id,
      long campaignId,
      String customerId,
      String staffUserId,
      String name,
      String content,
      Instant endsAt,
      int watchDays,
      boolean running,
      @Nullable String configId,
      @Nullable String qrCode,
      @Nullable Instant codeAskedAt) {

    Instant watchedUntil() {
      return endsAt.plus(java.time.Duration.ofDays(watchDays));
    }
  }

  private final JdbcClient jdbc;

  InviterTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Instant> nextStart() {
    return jdbc.sql(NEXT)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  List<Row> start(Instant now, int limit) {
    return jdbc.sql(START)
        .param("now", HelperTable.sql(now))
        .param("limit", limit)
        .query((row, n) -> row(row))
        .list();
  }

  Optional<Row> find(long id) {
    return jdbc.sql(ONE).param("id", id).query((row, n) -> row(row)).optional();
  }

  void asked(long id, Instant now) {
    jdbc.sql(ASKED).param("id", id).param("now", HelperTable.sql(now)).update();
  }

  void code(long id, String configId, String qrCode) {
    jdbc.sql(CODE).param("id", id).param("config", configId).param("qr", qrCode).update();
  }

  void posted(long id, Instant now) {
    jdbc.sql(POSTED).param("id", id).param("now", HelperTable.sql(now)).update();
  }

  void settled(long id, @Nullable String note, Instant now) {
    jdbc.sql(SETTLED)
        .param("id", id)
        .param("note", note, Types.VARCHAR)
        .param("now", HelperTable.sql(now))
        .update();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getLong("campaign_id"),
        row.getString("customer_id"),
        row.getString("staff_user_id"),
        String.valueOf(row.getString("name")),
        row.getString("content"),
        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
        row.getInt("watch_days"),
        row.getString("campaign_state").equals("RUNNING"),
        row.getString("config_id"),
        row.getString("qr_code"),
        instant(row, "code_asked_at"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
