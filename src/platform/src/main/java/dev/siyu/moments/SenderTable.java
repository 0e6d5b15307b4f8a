package dev.siyu.moments;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The members of a moment, who is to see it through them, and who did. */
@Component
class SenderTable {

  private static final String ADD =
      """
      INSERT INTO moment_sender (plan_id, staff_user_id, state)
      SELECT :plan, staff, 'ASKED' FROM unnest(:staff::text[]) AS staff ON CONFLICT DO NOTHING
      """;
  private static final String LEAVE_OUT =
      """
      WITH gone AS (
        DELETE FROM moment_audience WHERE plan_id = :plan AND staff_user_id = ANY (:staff::text[]))
      UPDATE moment_sender SET state = 'LEFT_OUT', reason = :reason
      WHERE plan_id = :plan AND state = 'ASKED' AND staff_user_id = ANY (:staff::text[])
      """;
  private static final String IN_STATE =
      """
      SELECT staff_user_id FROM moment_sender WHERE plan_id = :plan AND state = :state
      ORDER BY staff_user_id
      """;
  private static final String PUBLISHED =
      """
      UPDATE moment_sender SET state = 'PUBLISHED', published_at = :now, viewers = :viewers
      WHERE plan_id = :plan AND staff_user_id = :staff AND state IN ('ASKED', 'NOT_PUBLISHED')
      """;
  private static final String REPLACE =
      """
      DELETE FROM moment_audience WHERE plan_id = :plan AND staff_user_id = :staff
      """;
  private static final String SEEN =
      """
      INSERT INTO moment_audience (plan_id, staff_user_id, customer_id, day)
      SELECT :plan, :staff, c.id, :day FROM customer c
      WHERE c.external_user_id = ANY (:viewers::text[]) ON CONFLICT DO NOTHING
      """;
  private static final String EXPECT =
      """
      INSERT INTO moment_audience (plan_id, staff_user_id, customer_id, day)
      SELECT DISTINCT :plan::bigint, s.staff_user_id, s.customer_id, :day::date
      FROM customer_staff s
      WHERE s.until IS NULL AND s.staff_user_id = ANY (:staff::text[])
        AND (cardinality(:tags::text[]) = 0 OR EXISTS (SELECT FROM customer_tag t
          WHERE t.customer_id = s.customer_id AND t.tag = ANY (:tags::text[])))
      ON CONFLICT DO NOTHING
      """;
  private static final String FORGET = "DELETE FROM moment_audience WHERE plan_id = :plan";
  private static final String CAPPED =
      """
      SELECT mine.staff_user_id, count(DISTINCT mine.customer_id)::int AS customers
      FROM moment_audience mine
      WHERE mine.plan_id = :plan AND (SELECT count(DISTINCT other.plan_id)
          FROM moment_audience other WHERE other.customer_id = mine.customer_id
            AND other.day = mine.day AND other.plan_id <> :plan) >= :cap
      GROUP BY mine.staff_user_id ORDER BY mine.staff_user_id
      """;
  private static final String NOT_PUBLISHED =
      """
      WITH rest AS (
        UPDATE moment_sender SET state = 'NOT_PUBLISHED' WHERE plan_id = :plan AND state = 'ASKED'
        RETURNING staff_user_id)
      DELETE FROM moment_audience WHERE plan_id = :plan
        AND staff_user_id IN (SELECT staff_user_id FROM rest)
      """;
  private static final String REACTED =
      """
      INSERT INTO moment_reaction (plan_id, staff_user_id, external_user_id, kind, at)
      VALUES (:plan, :staff, :external, :kind, :at) ON CONFLICT DO NOTHING
      """;

  private final JdbcClient jdbc;

  SenderTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(long plan, Collection<String> staff) {
    jdbc.sql(ADD).param("plan", plan).param("staff", array(staff)).update();
  }

  void leaveOut(long plan, Collection<String> staff, @Nullable String reason) {
    if (!staff.isEmpty()) {
      jdbc.sql(LEAVE_OUT)
          .param("plan", plan)
          .param("staff", array(staff))
          .param("reason", reason, Types.VARCHAR)
          .update();
    }
  }

  /** Members who are to publish it and did not. */
  List<String> asked(long plan) {
    return inState(plan, "ASKED");
  }

  List<String> published(long plan) {
    return inState(plan, "PUBLISHED");
  }

  private List<String> inState(long plan, String state) {
    return jdbc.sql(IN_STATE).param("plan", plan).param("state", state).query(String.class).list();
  }

  /** Notes who is expected to see it on that day; again replaces what was expected before. */
  void expect(long plan, Collection<String> staff, Collection<String> tags, LocalDate day) {
    jdbc.sql(FORGET).param("plan", plan).update();
    jdbc.sql(EXPECT)
        .param("plan", plan)
        .param("staff", array(staff))
        .param("tags", array(tags))
        .param("day", day)
        .update();
  }

  void expectNobody(long plan) {
    jdbc.sql(FORGET).param("plan", plan).update();
  }

  /** By member: how many of the expected customers see {@code cap} other moments that day. */
  Map<String, Integer> capped(long plan, int cap) {
    var all = new LinkedHashMap<String, Integer>();
    jdbc.sql(CAPPED)
        .param("plan", plan)
        .param("cap", cap)
        .query(
            row -> {
              all.put(row.getString("staff_user_id"), row.getInt("customers"));
            });
    return all;
  }

  /** False when it was known. */
  boolean publish(long plan, String staff, List<String> viewers, LocalDate day, Instant now) {
    boolean fresh =
        jdbc.sql(PUBLISHED)
                .param("plan", plan)
                .param("staff", staff)
                .param("viewers", viewers.size())
                .param("now", PlanTable.sql(now))
                .update()
            == 1;
    if (fresh) {
      jdbc.sql(REPLACE).param("plan", plan).param("staff", staff).update();
      jdbc.sql(SEEN)
          .param("plan", plan)
          .param("staff", staff)
          .param("viewers", array(viewers))
          .param("day", day)
          .update();
    }
    return fresh;
  }

  /** Those who did not publish will not any more, and nobody sees it through them. */
  void close(long plan) {
    jdbc.sql(NOT_PUBLISHED).param("plan", plan).update();
  }

  void reacted(long plan, String staff, String externalUserId, boolean comment, Instant at) {
    jdbc.sql(REACTED)
        .param("plan", plan)
        .param("staff", staff)
        .param("external", externalUserId)
        .param("kind", comment ? "COMMENT" : "LIKE")
        .param("at", PlanTable.sql(at))
        .update();
  }

  private static String[] array(Collection<String> texts) {
    return texts.toArray(String[]::new);
  }
}
