package dev.siyu.touchpoints;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The quotas of all customers, counted by the staff member who has them; one statement. */
@Component
class MemberQuotas {

  private static final String COUNT =
      """
      WITH made AS (
        SELECT coalesce(al.customer_id, t.customer_id) AS customer_id, t.staff_user_id, t.claimed_at
        FROM touchpoint t LEFT JOIN customer_alias al ON al.alias = t.customer_id
        WHERE t.medium = 'MASS_SEND' AND t.state IN ('PENDING', 'SENT', 'QUEUED', 'UNKNOWN')
          AND t.claimed_at > least(:week::timestamptz, :month::timestamptz)),
      used AS (
        SELECT customer_id,
          count(*) FILTER (WHERE claimed_at > :day) AS day,
          count(*) FILTER (WHERE claimed_at > :week) AS week,
          count(*) FILTER (WHERE claimed_at >= :month) AS month,
          min(claimed_at) FILTER (WHERE claimed_at > :day) + interval '1 day' AS day_free,
          min(claimed_at) FILTER (WHERE claimed_at > :week) + interval '7 days' AS week_free
        FROM made GROUP BY customer_id),
      told AS (
        SELECT staff_user_id, customer_id FROM made WHERE claimed_at >= :today
        GROUP BY staff_user_id, customer_id),
      contact AS (
        SELECT s.staff_user_id, s.customer_id, coalesce(u.day, 0) AS day,
          coalesce(u.week, 0) AS week, coalesce(u.month, 0) AS month, u.day_free, u.week_free,
          EXISTS (SELECT FROM told WHERE told.staff_user_id = s.staff_user_id
            AND told.customer_id = s.customer_id) AS told
        FROM (SELECT DISTINCT staff_user_id, customer_id FROM customer_staff
          WHERE until IS NULL) s
        LEFT JOIN used u ON u.customer_id = s.customer_id)
      SELECT staff_user_id, count(*)::int AS customers, count(*) FILTER (WHERE told)::int AS told,
        count(*) FILTER (WHERE day < :dayMost AND week < :weekMost
          AND month < :monthMost)::int AS important,
        count(*) FILTER (WHERE day < :dayMost AND week < :weekNormal
          AND month < :monthNormal)::int AS normal,
        count(*) FILTER (WHERE day < :dayMost AND week < :weekMinor
          AND month < :monthMinor)::int AS minor,
        min(greatest(CASE WHEN day >= :dayMost THEN day_free END,
            CASE WHEN week >= :weekMost THEN week_free END,
            CASE WHEN month >= :monthMost THEN :nextMonth::timestamptz END)) AS next_at
      FROM contact GROUP BY staff_user_id ORDER BY staff_user_id LIMIT 500
      """;

  private final JdbcClient jdbc;
  private final RuleSettings settings;
  private final ZoneId zone;

  MemberQuotas(
      JdbcClient jdbc,
      RuleSettings settings,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId companyZone) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.zone = companyZone;
  }

  List<Quotas.OfMember> all(Instant now) {
    var month = YearMonth.from(now.atZone(zone));
    int monthMost = settings.perMonth() == 0 ? month.lengthOfMonth() : settings.perMonth();
    var today = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    return jdbc.sql(COUNT)
        .param("day", sql(now.minusSeconds(86_400)))
        .param("week", sql(now.minusSeconds(7 * 86_400)))
        .param("today", sql(today))
        .param("month", sql(month.atDay(1).atStartOfDay(zone).toInstant()))
        .param("nextMonth", sql(month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant()))
        .param("dayMost", settings.massSendsPerDay())
        .param("weekMost", settings.massSendsPerWeek())
        .param("weekNormal", week(Priority.NORMAL))
        .param("weekMinor", week(Priority.MINOR))
        .param("monthMost", monthMost)
        .param("monthNormal", monthMost - settings.monthReserve().before(Priority.NORMAL))
        .param("monthMinor", monthMost - settings.monthReserve().before(Priority.MINOR))
        .query(
            (row, n) ->
                new Quotas.OfMember(
                    row.getString("staff_user_id"),
                    row.getInt("customers"),
                    row.getInt("important"),
                    row.getInt("normal"),
                    row.getInt("minor"),
                    row.getInt("told"),
                    Rows.instant(row, "next_at")))
        .list();
  }

  private int week(Priority priority) {
    return settings.massSendsPerWeek() - settings.weekReserve().before(priority);
  }

  private static OffsetDateTime sql(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
