package dev.siyu.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is counted of accounts: single rows for the day, sums for the days that are over. */
@Component
class AccountFacts {

  private static final int WEEK = 6;

  private static final String COUNT =
      """
      INSERT INTO account_fact (user_id, day, kind, at, note)
      VALUES (:userId, :day, :kind, :at, :note)
      """;
  private static final String SUMS =
      """
      SELECT user_id AS "userId",
        coalesce(sum(adds) FILTER (WHERE day = :today), 0) AS "addsToday",
        sum(adds) AS "addsInWeek", sum(lost) AS "lostInWeek",
        sum(complaints) AS "complaintsInWeek"
      FROM (
        SELECT user_id, day, adds, lost, complaints FROM account_day WHERE day >= :from
        UNION ALL
        SELECT user_id, day, count(*) FILTER (WHERE kind = 'ADD'),
          count(*) FILTER (WHERE kind = 'LOST'), count(*) FILTER (WHERE kind = 'COMPLAINT')
        FROM account_fact WHERE day >= :from GROUP BY user_id, day) AS days
      WHERE day <= :today
      GROUP BY user_id
      """;
  private static final String SUM_UP =
      """
      WITH over AS (DELETE FROM account_fact WHERE day < :today RETURNING user_id, day, kind)
      INSERT INTO account_day AS d (user_id, day, adds, lost, complaints)
      SELECT user_id, day, count(*) FILTER (WHERE kind = 'ADD'),
        count(*) FILTER (WHERE kind = 'LOST'), count(*) FILTER (WHERE kind = 'COMPLAINT')
      FROM over GROUP BY user_id, day
      ON CONFLICT (user_id, day) DO UPDATE SET adds = d.adds + excluded.adds,
        lost = d.lost + excluded.lost, complaints = d.complaints + excluded.complaints
      """;

  /** Of the day and of the seven days up to it. */
  record Sums(String userId, int addsToday, int addsInWeek, int lostInWeek, int complaintsInWeek) {

    static Sums none(String userId) {
      return new Sums(userId, 0, 0, 0, 0);
    }
  }

  private final JdbcClient jdbc;
  private volatile LocalDate summedUpTo = LocalDate.MIN;

  AccountFacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void count(String userId, Accounts.Fact fact, LocalDate day, Instant at, @Nullable String note) {
    jdbc.sql(COUNT)
        .param("userId", userId)
        .param("day", day)
        .param("kind", fact.name())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("note", note)
        .update();
  }

  Map<String, Sums> sums(LocalDate today) {
    return jdbc
        .sql(SUMS)
        .param("today", today)
        .param("from", today.minusDays(WEEK))
        .query(Sums.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Sums::userId, Function.identity()));
  }

  /** Whether the days before were summed up; when not, it is due but was never planned. */
  boolean isSummedUp(LocalDate today) {
    return !summedUpTo.isBefore(today);
  }

  void sumUp(LocalDate today) {
    if (!isSummedUp(today)) {
      jdbc.sql(SUM_UP).param("today", today).update();
      summedUpTo = today;
    }
  }
}
