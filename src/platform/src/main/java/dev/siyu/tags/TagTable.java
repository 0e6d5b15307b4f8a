package dev.siyu.tags;

import dev.siyu.wecom.CorpTags;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The corp tags as WeCom listed them last, and when they are listed again. */
@Component
class TagTable {

  private static final String PLAN =
      "UPDATE tag_sync SET next_at = :at WHERE next_at IS NULL OR next_at > :at";
  private static final String NEXT = "SELECT next_at FROM tag_sync";
  private static final String LISTED =
      """
      UPDATE tag_sync SET listed_at = :asked, problem = NULL
      WHERE listed_at IS NULL OR listed_at <= :asked
      """;
  private static final String DONE =
      "UPDATE tag_sync SET next_at = :next, problem = :problem WHERE next_at <= :now";
  private static final String NAMES = "SELECT id, name FROM tag";
  private static final List<String> CLEAR =
      List.of("DELETE FROM tag", "DELETE FROM corp_tag_group");
  private static final String GROUP =
      "INSERT INTO corp_tag_group (id, name, place) VALUES (:id, :name, :place)";
  private static final String TAG =
      """
      INSERT INTO tag (id, group_id, name, place) VALUES (:id, :group, :name, :place)
      ON CONFLICT DO NOTHING
      """;
  private static final String TAGS =
      """
      SELECT g.id AS group_id, g.name AS group_name, t.id, t.name,
        (SELECT count(*) FROM customer_tag w WHERE w.tag = t.name) AS wearers
      FROM corp_tag_group g LEFT JOIN tag t ON t.group_id = g.id ORDER BY g.place, t.place
      """;
  private static final String STATE = "SELECT listed_at, problem FROM tag_sync";

  /** One line of the list; a group without tags has one with nulls. */
  record Line(
      String groupId, String groupName, @Nullable String id, @Nullable String name, long wearers) {}

  record State(@Nullable Instant listedAt, @Nullable String problem) {}

  private final JdbcClient jdbc;

  TagTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An earlier plan stays. */
  void plan(Instant at) {
    jdbc.sql(PLAN).param("at", sql(at)).update();
  }

  Optional<Instant> nextDue() {
    return jdbc.sql(NEXT)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  /** False when a list that was fetched later is kept already. */
  boolean listed(Instant asked) {
    return jdbc.sql(LISTED).param("asked", sql(asked)).update() == 1;
  }

  void done(Instant now, @Nullable Instant next, @Nullable String problem) {
    jdbc.sql(DONE)
        .param("now", sql(now))
        .param("next", next == null ? null : sql(next), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("problem", problem, java.sql.Types.VARCHAR)
        .update();
  }

  /** Names by id. */
  Map<String, String> names() {
    var names = new LinkedHashMap<String, String>();
    jdbc.sql(NAMES)
        .query(
            row -> {
              names.put(row.getString("id"), row.getString("name"));
            });
    return names;
  }

  void replace(List<CorpTags.Group> groups) {
    CLEAR.forEach(sql -> jdbc.sql(sql).update());
    for (int place = 0; place < groups.size(); place++) {
      var group = groups.get(place);
      jdbc.sql(GROUP)
          .param("id", group.id())
          .param("name", group.name())
          .param("place", place)
          .update();
      insert(group);
    }
  }

  private void insert(CorpTags.Group group) {
    for (int place = 0; place < group.tags().size(); place++) {
      var tag = group.tags().get(place);
      jdbc.sql(TAG)
          .param("id", tag.id())
          .param("group", group.id())
          .param("name", tag.name())
          .param("place", place)
          .update();
    }
  }

  List<Line> lines() {
    return jdbc.sql(TAGS)
        .query(
            (row, n) ->
                new Line(
                    row.getString("group_id"),
                    row.getString("group_name"),
                    row.getString("id"),
                    row.getString("name"),
                    row.getLong("wearers")))
        .list();
  }

  State state() {
    return jdbc.sql(STATE)
        .query(
            (row, n) -> {
              var at = row.getObject("listed_at", OffsetDateTime.class);
              return new State(at == null ? null : at.toInstant(), row.getString("problem"));
            })
        .single();
  }

  private static OffsetDateTime sql(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
