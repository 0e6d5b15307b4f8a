package dev.siyu.accounts;

import dev.siyu.accounts.Account.Hours;
import dev.siyu.accounts.Account.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of accounts and of what was decided about them. */
@Component
class AccountTable {

  private static final String OPEN =
      """
      INSERT INTO account (user_id, name, opened_at, status, reason, since, weight, hours_from,
        hours_until, daily_capacity, zone)
      VALUES (:userId, :name, :openedAt, 'ACTIVE', '', :now, :weight, :from, :until, :capacity,
        :zone)
      ON CONFLICT DO NOTHING
      """;
  private static final String CHANGE =
      """
      UPDATE account SET name = :name, opened_at = :openedAt, weight = :weight,
        hours_from = :from, hours_until = :until, daily_capacity = :capacity, zone = :zone
      WHERE user_id = :userId
      """;
  private static final String BECOME =
      """
      UPDATE account SET status = :status, reason = :reason, since = :now, rest_until = :restUntil
      WHERE user_id = :userId
      """;
  private static final String NOTE =
      """
      INSERT INTO account_event (user_id, at, what, who, note)
      VALUES (:userId, :now, :what, :who, :note)
      """;
  private static final String LAST_BANS =
      "SELECT user_id, max(at) AS at FROM account_event WHERE what = 'BANNED' GROUP BY user_id";
  private static final String NEXT_REST = "SELECT min(rest_until) FROM account";
  private static final String RESTED =
      "SELECT user_id FROM account WHERE rest_until <= :now ORDER BY user_id";

  private final JdbcClient jdbc;

  AccountTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Account> all() {
    return jdbc.sql("SELECT * FROM account ORDER BY user_id")
        .query((row, n) -> account(row))
        .list();
  }

  Optional<Account> find(String userId) {
    return one("SELECT * FROM account WHERE user_id = :userId", userId);
  }

  /** As {@link #find}, and nobody else changes it until the transaction ends. */
  Optional<Account> hold(String userId) {
    return one("SELECT * FROM account WHERE user_id = :userId FOR UPDATE", userId);
  }

  private Optional<Account> one(String sql, String userId) {
    return jdbc.sql(sql).param("userId", userId).query((row, n) -> account(row)).optional();
  }

  boolean open(String userId, Accounts.Terms terms, Instant now) {
    return write(OPEN, userId, terms, now);
  }

  boolean change(String userId, Accounts.Terms terms, Instant now) {
    return write(CHANGE, userId, terms, now);
  }

  private boolean write(String sql, String userId, Accounts.Terms terms, Instant now) {
    return jdbc.sql(sql)
            .param("userId", userId)
            .param("name", terms.name())
            .param("openedAt", terms.openedAt().atOffset(ZoneOffset.UTC))
            .param("weight", terms.weight())
            .param("from", terms.hours().from())
            .param("until", terms.hours().until())
            .param("capacity", terms.dailyCapacity())
            .param("zone", terms.zone())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void become(String userId, Status next, @Nullable Instant restUntil, String reason, Instant now) {
    jdbc.sql(BECOME)
        .param("userId", userId)
        .param("status", next.name())
        .param("reason", reason)
        .param("restUntil", restUntil == null ? null : restUntil.atOffset(ZoneOffset.UTC))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void note(String userId, String what, String who, String note, Instant now) {
    jdbc.sql(NOTE)
        .param("userId", userId)
        .param("what", what)
        .param("who", who)
        .param("note", note)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Map<String, Instant> lastBans() {
    return jdbc
        .sql(LAST_BANS)
        .query((row, n) -> Map.entry(row.getString("user_id"), moment(row, "at")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  Optional<Instant> nextRestOver() {
    return jdbc.sql(NEXT_REST)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  List<String> rested(Instant now) {
    return jdbc.sql(RESTED).param("now", now.atOffset(ZoneOffset.UTC)).query(String.class).list();
  }

  private static Account account(ResultSet row) throws SQLException {
    var restUntil = row.getObject("rest_until", OffsetDateTime.class);
    return new Account(
        row.getString("user_id"),
        row.getString("name"),
        moment(row, "opened_at"),
        Status.valueOf(row.getString("status")),
        row.getString("reason"),
        moment(row, "since"),
        restUntil == null ? null : restUntil.toInstant(),
        row.getInt("weight"),
        new Hours(
            row.getObject("hours_from", LocalTime.class),
            row.getObject("hours_until", LocalTime.class)),
        row.getInt("daily_capacity"),
        row.getString("zone"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
