package dev.siyu.rehearsalroom;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the throw-away database says about touches, money, staff and approvals. */
class Figures {

  private static final String TOTALS =
      """
      SELECT (SELECT count(*) FROM customer WHERE added_at IS NOT NULL) AS customers,
        (SELECT count(*) FROM paid_order) AS orders,
        (SELECT coalesce(sum(amount_cents), 0) FROM paid_order) AS "paidCents",
        (SELECT count(*) FROM refund) AS refunds,
        (SELECT coalesce(sum(amount_cents), 0) FROM refund) AS "refundedCents",
        (SELECT count(*) FROM touchpoint WHERE state IN ('SENT', 'QUEUED')) AS touches,
        (SELECT count(*) FROM touchpoint WHERE state = 'REFUSED') AS refused,
        (SELECT count(*) FROM touchpoint WHERE state IN ('UNKNOWN', 'FAILED', 'PENDING')) AS unclear,
        (SELECT count(*) FROM history.incident WHERE resolved_at IS NULL) AS incidents
      """;
  private static final String BY_DAY =
      """
      SELECT ((asked_at AT TIME ZONE :zone)::date)::text AS day, medium,
        count(*) FILTER (WHERE state IN ('SENT', 'QUEUED')) AS made,
        count(*) FILTER (WHERE state NOT IN ('SENT', 'QUEUED')) AS refused
      FROM touchpoint GROUP BY 1, 2 ORDER BY 1, 2
      """;
  private static final String REFUSALS =
      """
      SELECT journey, step, coalesce(rule, state) AS rule, count(*) AS count
      FROM touchpoint WHERE state NOT IN ('SENT', 'QUEUED', 'PENDING')
      GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3
      """;
  private static final String FUNNEL =
      """
      SELECT (SELECT count(*) FROM customer WHERE added_at IS NOT NULL) AS added,
        (SELECT count(DISTINCT customer_id) FROM touchpoint
          WHERE medium = 'WELCOME' AND state = 'SENT') AS welcomed,
        count(*) AS bought, count(*) FILTER (WHERE n > 1) AS "boughtAgain",
        count(*) FILTER (WHERE back > 0) AS refunded
      FROM (SELECT customer_id, count(*) AS n, sum(refunded_cents) AS back
        FROM paid_order GROUP BY 1) buyers
      """;

  // An order counts for the last touch of the seven days before it.
  private static final String STEPS =
      """
      WITH led AS (
        SELECT t.journey, t.step, t.medium, o.order_id, o.amount_cents FROM paid_order o
        CROSS JOIN LATERAL (SELECT journey, step, medium FROM touchpoint t
          WHERE t.customer_id = o.customer_id AND t.state IN ('SENT', 'QUEUED')
            AND t.claimed_at BETWEEN o.paid_at - interval '7 days' AND o.paid_at
          ORDER BY t.claimed_at DESC, t.journey, t.step LIMIT 1) t),
      money AS (SELECT journey, step, medium, count(*) AS orders, sum(amount_cents) AS cents
        FROM led GROUP BY 1, 2, 3)
      SELECT t.journey, t.step, t.medium,
        count(*) FILTER (WHERE t.state IN ('SENT', 'QUEUED')) AS made,
        count(*) FILTER (WHERE t.state NOT IN ('SENT', 'QUEUED')) AS refused,
        coalesce(max(m.orders), 0) AS orders, coalesce(max(m.cents), 0) AS "paidCents"
      FROM touchpoint t LEFT JOIN money m USING (journey, step, medium)
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      """;
  private static final String TASKS =
      """
      SELECT ((created_at AT TIME ZONE :zone)::date)::text AS day, staff_user_id AS staff,
        count(*) AS tasks
      FROM staff_task GROUP BY 1, 2 ORDER BY 1, 2
      """;
  private static final String APPROVALS =
      """
      SELECT kind, state, count(*) AS count FROM approval_request GROUP BY 1, 2 ORDER BY 1, 2
      """;
  private static final String JOURNEYS =
      """
      SELECT process_id AS journey, count(*) AS runs,
        count(*) FILTER (WHERE state = 'COMPLETED') AS completed,
        count(*) FILTER (WHERE state = 'ACTIVE') AS active,
        count(*) FILTER (WHERE state = 'TERMINATED') AS terminated
      FROM history.process_instance GROUP BY 1 ORDER BY 1
      """;

  // A command: a message Siyu published, a job it completed or failed (docs/performance.md).
  private static final String COST =
      """
      WITH jobs AS (SELECT i.process_id AS journey, count(*) AS jobs FROM history.job j
          JOIN history.process_instance i ON i.key = j.instance_key
          WHERE j.state = 'COMPLETED' GROUP BY 1),
        heard AS (SELECT i.process_id AS journey, count(*) AS messages FROM history.message_wait w
          JOIN history.process_instance i ON i.key = w.instance_key
          WHERE w.state = 'CORRELATED' GROUP BY 1),
        runs AS (SELECT process_id AS journey, count(*) AS runs FROM history.process_instance
          GROUP BY 1),
        made AS (SELECT journey, count(*) AS touches FROM touchpoint
          WHERE state IN ('SENT', 'QUEUED') GROUP BY 1)
      SELECT runs.journey, runs.runs + coalesce(messages, 0) + coalesce(jobs, 0) AS commands,
        coalesce(touches, 0) AS touches
      FROM runs LEFT JOIN jobs USING (journey) LEFT JOIN heard USING (journey)
        LEFT JOIN made USING (journey) ORDER BY 1
      """;

  private final JdbcClient jdbc;
  private final String zone;

  Figures(JdbcClient jdbc, ZoneId zone) {
    this.jdbc = jdbc;
    this.zone = zone.getId();
  }

  Map<String, Object> totals() {
    return jdbc.sql(TOTALS).query().singleRow();
  }

  Map<String, Object> funnel() {
    return jdbc.sql(FUNNEL).query().singleRow();
  }

  List<Map<String, Object>> byDay() {
    return jdbc.sql(BY_DAY).param("zone", zone).query().listOfRows();
  }

  List<Map<String, Object>> refusals() {
    return jdbc.sql(REFUSALS).query().listOfRows();
  }

  List<Map<String, Object>> steps() {
    return jdbc.sql(STEPS).query().listOfRows();
  }

  List<Map<String, Object>> tasks() {
    return jdbc.sql(TASKS).param("zone", zone).query().listOfRows();
  }

  List<Map<String, Object>> approvals() {
    return jdbc.sql(APPROVALS).query().listOfRows();
  }

  List<Map<String, Object>> journeys() {
    return jdbc.sql(JOURNEYS).query().listOfRows();
  }

  List<Map<String, Object>> cost() {
    return jdbc.sql(COST).query().listOfRows();
  }
}
