package dev.siyu.tags;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which contacts' tags are to be looked at; any number of events about one are one look. */
@Component
class TagLookTable {

  private static final String PLAN =
      """
      INSERT INTO tag_look (external_user_id, due_at) VALUES (:id, :at)
      ON CONFLICT (external_user_id) DO UPDATE
        SET due_at = least(tag_look.due_at, excluded.due_at), asked = tag_look.asked + 1
      """;
  private static final String PLAN_ALL =
      """
      INSERT INTO tag_look (external_user_id, due_at)
      SELECT id, :at + (n - 1) * :pace * interval '1 millisecond'
      FROM unnest(:ids::text[]) WITH ORDINALITY AS one (id, n)
      ON CONFLICT (external_user_id) DO NOTHING
      """;
  private static final String NEXT = "SELECT min(due_at) FROM tag_look";
  private static final String DUE =
      """
      SELECT external_user_id, asked, tries FROM tag_look WHERE due_at <= :now
      ORDER BY due_at LIMIT :limit
      """;
  private static final String DONE =
      "DELETE FROM tag_look WHERE external_user_id = :id AND asked = :asked";
  private static final String LATER =
      "UPDATE tag_look SET due_at = :at, tries = tries + 1 WHERE external_user_id = :id";
  private static final String COUNT = "SELECT count(*) FROM tag_look";

  record Look(String externalUserId, int asked, int tries) {}

  private final JdbcClient jdbc;

  TagLookTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void plan(String externalUserId, Instant at) {
    jdbc.sql(PLAN).param("id", externalUserId).param("at", sql(at)).update();
  }

  int planAll(List<String> externalUserIds, Instant from, Duration pace) {
    return jdbc.sql(PLAN_ALL)
        .param("ids", externalUserIds.toArray(String[]::new))
        .param("at", sql(from))
        .param("pace", pace.toMillis())
        .update();
  }

  Optional<Instant> nextDue() {
    return jdbc.sql(NEXT)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  List<Look> due(Instant now, int limit) {
    return jdbc.sql(DUE)
        .param("now", sql(now))
        .param("limit", limit)
        .query(
            (row, n) ->
                new Look(
                    row.getString("external_user_id"), row.getInt("asked"), row.getInt("tries")))
        .list();
  }

  /** Unless it was asked for again meanwhile. */
  void done(Look look) {
    jdbc.sql(DONE).param("id", look.externalUserId()).param("asked", look.asked()).update();
  }

  void later(Look look, Instant at) {
    jdbc.sql(LATER).param("id", look.externalUserId()).param("at", sql(at)).update();
  }

  long count() {
    return jdbc.sql(COUNT).query(Long.class).single();
  }

  private static OffsetDateTime sql(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
