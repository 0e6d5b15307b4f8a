package dev.siyu.fission;

import dev.siyu.fission.FissionCampaigns.Inviter;
import dev.siyu.fission.FissionCampaigns.Level;
import dev.siyu.fission.FissionCampaigns.Order;
import dev.siyu.fission.FissionCampaigns.Segment;
import dev.siyu.fission.FissionCampaigns.Suspect;
import dev.siyu.fission.FissionCampaigns.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Campaigns, whom they ask, and their figures. */
@Component
class CampaignTable {

  private static final String SEGMENT =
      """
      FROM customer c JOIN LATERAL (SELECT staff_user_id FROM customer_staff s
          WHERE s.customer_id = c.id AND s.until IS NULL ORDER BY since DESC, staff_user_id LIMIT 1) s
        ON true
      LEFT JOIN customer_layer l ON l.customer_id = c.id
      WHERE c.consent AND c.external_user_id IS NOT NULL
        AND (cardinality(:tags::text[]) = 0 OR EXISTS (SELECT FROM customer_tag t
          WHERE t.customer_id = c.id AND t.tag = ANY (:tags::text[])))
        AND (cardinality(:layers::text[]) = 0 OR l.layer = ANY (:layers::text[]))
        AND NOT EXISTS (SELECT FROM fission_inviter i
          WHERE i.customer_id = c.id AND i.state <> 'SETTLED')
      """;
  private static final String COUNT = "SELECT count(*)::int " + SEGMENT;
  private static final String CHOOSE =
      """
      INSERT INTO fission_inviter (campaign_id, customer_id, staff_user_id, state, start_at)
      SELECT :campaign, c.id, s.staff_user_id, 'CHOSEN', :start::timestamptz
        + make_interval(secs => abs(hashtext(c.id)::bigint) % (:spread + 1))
      """
          + SEGMENT
          + " ORDER BY c.id LIMIT :most";
  private static final String INSERT =
      """
      INSERT INTO fission_campaign (name, state, content, starts_at, ends_at, watch_days,
        budget_cents, created_by, created_at)
      VALUES (:name, 'RUNNING', :content, :starts, :ends, :watch, :budget, :who, :now) RETURNING id
      """;
  private static final String LEVEL =
      """
      INSERT INTO fission_level (campaign_id, level, helpers, template, cents, valid_days)
      VALUES (:campaign, :level, :helpers, :template, :cents, :days)
      """;
  private static final String STOP =
      """
      UPDATE fission_campaign SET state = 'STOPPED', stopped_by = :who, stop_reason = :reason
      WHERE id = :id AND state = 'RUNNING'
      """;
  private static final String VIEWS =
      """
      SELECT k.*, i.invited, i.posted, h.helpers, h.valid, h.suspect, h.invalid, r.rewards, r.back
      FROM fission_campaign k
      CROSS JOIN LATERAL (SELECT count(*)::int AS invited,
          count(posted_at)::int AS posted FROM fission_inviter WHERE campaign_id = k.id) i
      CROSS JOIN LATERAL (SELECT count(*)::int AS helpers,
          count(*) FILTER (WHERE state = 'VALID')::int AS valid,
          count(*) FILTER (WHERE state = 'SUSPECT')::int AS suspect,
          count(*) FILTER (WHERE state = 'INVALID')::int AS invalid
        FROM fission_helper WHERE campaign_id = k.id) h
      CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE r.state <> 'REVOKED')::int AS rewards,
          count(*) FILTER (WHERE r.state IN ('REVOKED', 'OWED'))::int AS back
        FROM fission_reward r JOIN fission_inviter i ON i.id = r.inviter_id
        WHERE i.campaign_id = k.id) r
      ORDER BY k.id DESC LIMIT 100
      """;
  private static final String LEVELS =
      "SELECT * FROM fission_level WHERE campaign_id = :id ORDER BY level";
  private static final String INVITERS =
      """
      SELECT i.*, c.name, count(h.*) FILTER (WHERE h.state = 'VALID')::int AS valid,
        count(h.*)::int AS helpers,
        (SELECT count(*) FROM fission_reward r WHERE r.inviter_id = i.id
          AND r.state <> 'REVOKED')::int AS rewards,
        (SELECT coalesce(sum(cents), 0) FROM fission_reward r WHERE r.inviter_id = i.id
          AND r.state <> 'REVOKED')::bigint AS cents,
        (SELECT string_agg(r.note, '；') FROM fission_reward r WHERE r.inviter_id = i.id
          AND r.state IN ('REVOKED', 'OWED')) AS taken
      FROM fission_inviter i LEFT JOIN customer c ON c.id = i.customer_id
      LEFT JOIN fission_helper h ON h.inviter_id = i.id
      WHERE i.campaign_id = :id GROUP BY i.id, c.name ORDER BY valid DESC, i.id LIMIT 200
      """;
  private static final String SUSPECTS =
      """
      SELECT h.*, c.name, (SELECT name FROM customer x WHERE x.id = i.customer_id) AS inviter_name
      FROM fission_helper h JOIN fission_inviter i ON i.id = h.inviter_id
      LEFT JOIN customer c ON c.id = h.customer_id
      WHERE h.campaign_id = :id AND h.state = 'SUSPECT' ORDER BY h.helped_at LIMIT 200
      """;

  private final JdbcClient jdbc;

  CampaignTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int count(Segment segment) {
    return jdbc.sql(COUNT)
        .param("tags", array(segment.tags()))
        .param("layers", array(segment.layers()))
        .query(Integer.class)
        .single();
  }

  long insert(Order order, String who, Instant now) {
    long id =
        jdbc.sql(INSERT)
            .param("name", order.name())
            .param("content", order.content())
            .param("starts", HelperTable.sql(order.startsAt()))
            .param("ends", HelperTable.sql(order.endsAt()))
            .param("watch", order.watchDays())
            .param("budget", order.budgetCents())
            .param("who", who)
            .param("now", HelperTable.sql(now))
            .query(Long.class)
            .single();
    for (int level = 1; level <= order.levels().size(); level++) {
      level(id, level, order.levels().get(level - 1));
    }
    return id;
  }

  private void level(long campaign, int number, Level level) {
    jdbc.sql(LEVEL)
        .param("campaign", campaign)
        .param("level", number)
        .param("helpers", level.helpers())
        .param("template", level.template())
        .param("cents", level.cents())
        .param("days", level.validDays())
        .update();
  }

  int choose(long campaign, Order order, int most) {
    return jdbc.sql(CHOOSE)
        .param("campaign", campaign)
        .param("start", HelperTable.sql(order.startsAt()))
        .param("spread", order.spreadMinutes() * 60)
        .param("tags", array(order.segment().tags()))
        .param("layers", array(order.segment().layers()))
        .param("most", most)
        .update();
  }

  boolean stop(long id, String reason, String who) {
    return jdbc.sql(STOP).param("id", id).param("reason", reason).param("who", who).update() == 1;
  }

  List<View> views() {
    return jdbc.sql(VIEWS).query((row, n) -> view(row)).list();
  }

  List<Level> levels(long id) {
    return jdbc.sql(LEVELS)
        .param("id", id)
        .query(
            (row, n) ->
                new Level(
                    row.getInt("helpers"),
                    row.getString("template"),
                    row.getLong("cents"),
                    row.getInt("valid_days")))
        .list();
  }

  List<Inviter> inviters(long id) {
    return jdbc.sql(INVITERS)
        .param("id", id)
        .query(
            (row, n) ->
                new Inviter(
                    row.getLong("id"),
                    row.getString("customer_id"),
                    String.valueOf(row.getString("name")),
                    row.getString("staff_user_id"),
                    row.getString("state"),
                    row.getInt("valid"),
                    row.getInt("helpers"),
                    row.getInt("rewards"),
                    row.getLong("cents"),
                    row.getString("taken")))
        .list();
  }

  List<Suspect> suspects(long id) {
    return jdbc.sql(SUSPECTS)
        .param("id", id)
        .query(
            (row, n) ->
                new Suspect(
                    row.getLong("id"),
                    row.getString("customer_id"),
                    String.valueOf(row.getString("name")),
                    row.getLong("inviter_id"),
                    String.valueOf(row.getString("inviter_name")),
                    row.getString("reason"),
                    row.getString("facts"),
                    row.getObject("helped_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static View view(ResultSet row) throws SQLException {
    int valid = row.getInt("valid");
    long spent = row.getLong("spent_cents");
    return new View(
        row.getLong("id"),
        row.getString("name"),
        row.getString("state"),
        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
        row.getInt("watch_days"),
        row.getLong("budget_cents"),
        spent,
        row.getInt("invited"),
        row.getInt("posted"),
        row.getInt("helpers"),
        valid,
        row.getInt("suspect"),
        row.getInt("invalid"),
        row.getInt("rewards"),
        row.getInt("back"),
        valid == 0 ? null : spent / valid,
        row.getString("stop_reason"));
  }

  private static String[] array(Collection<String> texts) {
    return texts.toArray(String[]::new);
  }
}
