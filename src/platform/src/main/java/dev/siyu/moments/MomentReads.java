package dev.siyu.moments;

import dev.siyu.moments.MomentPlans.Choice;
import dev.siyu.moments.MomentPlans.Event;
import dev.siyu.moments.MomentPlans.Sender;
import dev.siyu.moments.MomentPlans.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the page shows of moments. */
@Component
class MomentReads {

  private static final String VIEW =
      """
      SELECT p.*, s.asked, s.left_out, s.published, s.viewers, r.likes, r.comments
      FROM moment_plan p
      CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE state <> 'LEFT_OUT')::int AS asked,
          count(*) FILTER (WHERE state = 'LEFT_OUT')::int AS left_out,
          count(*) FILTER (WHERE state = 'PUBLISHED')::int AS published,
          coalesce(sum(viewers), 0)::int AS viewers
        FROM moment_sender WHERE plan_id = p.id) s
      CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE kind = 'LIKE')::int AS likes,
          count(*) FILTER (WHERE kind = 'COMMENT')::int AS comments
        FROM moment_reaction WHERE plan_id = p.id) r
      """;
  private static final String NEWEST = VIEW + " ORDER BY p.id DESC LIMIT 100";
  private static final String ONE = VIEW + " WHERE p.id = :id";
  private static final String SENDERS =
      """
      SELECT s.*, count(r.*) FILTER (WHERE r.kind = 'LIKE')::int AS likes,
        count(r.*) FILTER (WHERE r.kind = 'COMMENT')::int AS comments
      FROM moment_sender s LEFT JOIN moment_reaction r
        ON r.plan_id = s.plan_id AND r.staff_user_id = s.staff_user_id
      WHERE s.plan_id = :id GROUP BY s.plan_id, s.staff_user_id ORDER BY s.staff_user_id
      """;
  private static final String EVENTS =
      "SELECT at, what, who, note FROM moment_event WHERE plan_id = :id ORDER BY id DESC";
  private static final String ACCOUNTS =
      """
      SELECT a.user_id AS key, a.name, (SELECT count(*) FROM customer_staff s
          WHERE s.staff_user_id = a.user_id AND s.until IS NULL)::int AS customers
      FROM account a WHERE a.status IN ('ACTIVE', 'RESTING') ORDER BY a.user_id
      """;
  private static final String TAGS =
      """
      SELECT tag AS key, tag AS name, count(*)::int AS customers FROM customer_tag
      GROUP BY tag ORDER BY count(*) DESC, tag LIMIT 200
      """;
  private static final String AUDIENCE =
      """
      WITH audience AS (SELECT DISTINCT s.customer_id FROM customer_staff s
        WHERE s.until IS NULL AND s.staff_user_id = ANY (:staff::text[])
          AND (cardinality(:tags::text[]) = 0 OR EXISTS (SELECT FROM customer_tag t
            WHERE t.customer_id = s.customer_id AND t.tag = ANY (:tags::text[]))))
      SELECT count(*)::int AS customers, count(*) FILTER (WHERE (SELECT count(DISTINCT m.plan_id)
          FROM moment_audience m WHERE m.customer_id = a.customer_id AND m.day = :day)
          >= :cap)::int AS capped
      FROM audience a
      """;

  /** How many it would reach, and how many of them have seen enough that day. */
  record Audience(int customers, int capped) {}

  private final JdbcClient jdbc;

  MomentReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<View> newest() {
    return jdbc.sql(NEWEST).query((row, n) -> view(row)).list();
  }

  Optional<View> find(long id) {
    return jdbc.sql(ONE).param("id", id).query((row, n) -> view(row)).optional();
  }

  List<Sender> senders(long id) {
    return jdbc.sql(SENDERS)
        .param("id", id)
        .query(
            (row, n) ->
                new Sender(
                    row.getString("staff_user_id"),
                    row.getString("state"),
                    row.getString("reason"),
                    PlanTable.instant(row, "published_at"),
                    row.getInt("viewers"),
                    row.getInt("likes"),
                    row.getInt("comments")))
        .list();
  }

  List<Event> events(long id) {
    return jdbc.sql(EVENTS)
        .param("id", id)
        .query(
            (row, n) ->
                new Event(
                    Objects.requireNonNull(PlanTable.instant(row, "at")),
                    row.getString("what"),
                    row.getString("who"),
                    row.getString("note")))
        .list();
  }

  List<Choice> accounts() {
    return choices(ACCOUNTS);
  }

  List<Choice> tags() {
    return choices(TAGS);
  }

  private List<Choice> choices(String sql) {
    return jdbc.sql(sql)
        .query(
            (row, n) ->
                new Choice(row.getString("key"), row.getString("name"), row.getInt("customers")))
        .list();
  }

  Audience audience(List<String> staff, List<String> tags, LocalDate day, int cap) {
    return jdbc.sql(AUDIENCE)
        .param("staff", staff.toArray(String[]::new))
        .param("tags", tags.toArray(String[]::new))
        .param("day", day)
        .param("cap", cap)
        .query((row, n) -> new Audience(row.getInt("customers"), row.getInt("capped")))
        .single();
  }

  private static View view(ResultSet row) throws SQLException {
    var version = row.getObject("content_version", Integer.class);
    return new View(
        row.getLong("id"),
        row.getString("content"),
        version,
        row.getString("said"),
        PlanTable.texts(row, "tags"),
        Objects.requireNonNull(PlanTable.instant(row, "publish_at")),
        MomentState.valueOf(row.getString("state")),
        row.getString("rule"),
        row.getString("note"),
        row.getString("planned_by"),
        PlanTable.instant(row, "opened_at"),
        PlanTable.instant(row, "looked_up_at"),
        PlanTable.instant(row, "ended_at"),
        row.getInt("reminders"),
        PlanTable.instant(row, "lead_told_at"),
        row.getInt("asked"),
        row.getInt("left_out"),
        row.getInt("published"),
        row.getInt("viewers"),
        row.getInt("likes"),
        row.getInt("comments"));
  }
}
