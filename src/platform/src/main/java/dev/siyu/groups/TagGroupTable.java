package dev.siyu.groups;

import static dev.siyu.groups.ChatTable.at;

import dev.siyu.groups.TagGroups.Choice;
import dev.siyu.groups.TagGroups.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of tag groups and of the customers chosen for them. */
@Component
class TagGroupTable {

  /** Customers who can be asked; whether each is in one of the groups already. */
  private static final String CHOSEN =
      """
      SELECT c.id, c.name, EXISTS (SELECT FROM group_member m
          WHERE m.member_id = c.external_user_id AND m.left_at IS NULL AND m.chat_id = ANY (:chats))
        AS inside
      FROM customer c LEFT JOIN customer_layer l ON l.customer_id = c.id
      WHERE c.external_user_id IS NOT NULL AND c.consent
        AND EXISTS (SELECT FROM customer_staff s WHERE s.customer_id = c.id AND s.until IS NULL)
        AND (cardinality(:tags) = 0 OR EXISTS (SELECT FROM customer_tag t
          WHERE t.customer_id = c.id AND t.tag = ANY (:tags)))
        AND (cardinality(:layers) = 0 OR l.layer = ANY (:layers))
        AND (cardinality(:stages) = 0 OR c.stage = ANY (:stages))
      ORDER BY c.id
      """;

  private static final String START =
      """
      INSERT INTO tag_group (name, join_way, content, tags, layers, stages, started_by, started_at)
      VALUES (:name, :way, :content, :tags, :layers, :stages, :who, :now) RETURNING id
      """;
  private static final String PLAN =
      """
      INSERT INTO tag_group_customer (tag_group, customer_id, state, next_at)
      SELECT :id, customer, 'PLANNED', :now FROM unnest(:customers) customer
      """;
  private static final String DUE =
      """
      SELECT c.tag_group, c.customer_id, c.tries, g.join_way, g.content
      FROM tag_group_customer c JOIN tag_group g ON g.id = c.tag_group
      WHERE c.next_at <= :now ORDER BY c.next_at, c.customer_id LIMIT :limit
      """;
  private static final String END =
      """
      UPDATE tag_group_customer SET state = :state, reason = :reason, next_at = :next,
        tries = tries + 1
      WHERE tag_group = :id AND customer_id = :customer AND state = 'PLANNED'
      """;
  private static final String ALL =
      """
      SELECT g.*,
        (SELECT count(*) FROM tag_group_customer c WHERE c.tag_group = g.id
          AND c.state = 'PLANNED') AS planned,
        (SELECT count(*) FROM tag_group_customer c WHERE c.tag_group = g.id
          AND c.state = 'ASKED') AS asked,
        (SELECT count(*) FROM tag_group_customer c WHERE c.tag_group = g.id
          AND c.state IN ('REFUSED', 'DECLINED')) AS refused,
        (SELECT count(*) FROM tag_group_customer c WHERE c.tag_group = g.id
          AND c.state IN ('FAILED', 'UNKNOWN')) AS failed,
        (SELECT count(DISTINCT c.customer_id) FROM tag_group_customer c
          JOIN customer k ON k.id = c.customer_id
          JOIN group_member m ON m.member_id = k.external_user_id
          JOIN join_way w ON w.state = g.join_way AND m.chat_id = ANY (w.chats)
          WHERE c.tag_group = g.id AND m.joined_at >= g.started_at) AS joined
      FROM tag_group g ORDER BY g.id DESC LIMIT 100
      """;

  record Chosen(String id, String name, boolean inside) {}

  record Due(long tagGroup, String customerId, int tries, String joinWay, String content) {}

  private final JdbcClient jdbc;

  TagGroupTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Chosen> chosen(Choice choice, List<String> chats) {
    return choosing(jdbc.sql(CHOSEN), choice)
        .param("chats", texts(chats))
        .query(
            (row, n) ->
                new Chosen(row.getString("id"), row.getString("name"), row.getBoolean("inside")))
        .list();
  }

  List<String> tags() {
    return jdbc.sql("SELECT DISTINCT tag FROM customer_tag ORDER BY tag LIMIT 500")
        .query(String.class)
        .list();
  }

  long start(String name, Choice choice, String joinWay, String content, String who, Instant now) {
    return choosing(jdbc.sql(START), choice)
        .param("name", name)
        .param("way", joinWay)
        .param("content", content)
        .param("who", who)
        .param("now", at(now))
        .query(Long.class)
        .single();
  }

  void plan(long id, List<String> customers, Instant now) {
    jdbc.sql(PLAN)
        .param("id", id)
        .param("customers", texts(customers))
        .param("now", at(now))
        .update();
  }

  Optional<Instant> nextDue() {
    return jdbc.sql("SELECT min(next_at) AS at FROM tag_group_customer WHERE next_at IS NOT NULL")
        .query((row, n) -> Optional.ofNullable(ChatTable.maybe(row, "at")))
        .single();
  }

  List<Due> due(Instant now, int limit) {
    return jdbc.sql(DUE)
        .param("now", at(now))
        .param("limit", limit)
        .query(
            (row, n) ->
                new Due(
                    row.getLong("tag_group"),
                    row.getString("customer_id"),
                    row.getInt("tries"),
                    row.getString("join_way"),
                    row.getString("content")))
        .list();
  }

  /** {@code next}: it stays PLANNED until then. */
  void ended(Due due, String state, @Nullable String reason, @Nullable Instant next) {
    jdbc.sql(END)
        .param("id", due.tagGroup())
        .param("customer", due.customerId())
        .param("state", next == null ? state : "PLANNED")
        .param("reason", reason, Types.VARCHAR)
        .param("next", next == null ? null : at(next), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  List<View> all() {
    return jdbc.sql(ALL).query((row, n) -> view(row)).list();
  }

  private static JdbcClient.StatementSpec choosing(JdbcClient.StatementSpec sql, Choice choice) {
    return sql.param("tags", texts(choice.tags()))
        .param("layers", texts(choice.layers()))
        .param("stages", texts(choice.stages()));
  }

  private static String[] texts(List<String> texts) {
    return texts.toArray(String[]::new);
  }

  private static List<String> list(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static View view(ResultSet row) throws SQLException {
    return new View(
        row.getLong("id"),
        row.getString("name"),
        row.getString("join_way"),
        row.getString("content"),
        new Choice(list(row, "tags"), list(row, "layers"), list(row, "stages")),
        row.getString("started_by"),
        ChatTable.instant(row, "started_at"),
        row.getInt("planned"),
        row.getInt("asked"),
        row.getInt("refused"),
        row.getInt("failed"),
        row.getInt("joined"));
  }
}
