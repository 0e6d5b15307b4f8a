package dev.siyu.approvals;

import dev.siyu.approvals.ApprovalDeputies.Deputy;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who decides for whom, and when. */
@Component
class DeputyTable {

  private static final String ADD =
      """
      INSERT INTO approval_deputy (person, person_id, deputy, deputy_id, kind, from_at, until_at,
        created_by, created_at)
      VALUES (:person, :personId, :deputy, :deputyId, :kind, :from, :until, :by, :now)
      RETURNING id
      """;
  private static final String LIST =
      "SELECT * FROM approval_deputy WHERE until_at > :since ORDER BY id DESC LIMIT 200";
  private static final String END =
      "UPDATE approval_deputy SET ended_at = :now WHERE id = :id AND ended_at IS NULL";
  private static final String PRINCIPALS =
      """
      SELECT person_id FROM approval_deputy
      WHERE deputy_id = :deputy AND ended_at IS NULL AND from_at <= :now AND until_at > :now
        AND (kind IS NULL OR kind = :kind)
      ORDER BY id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  DeputyTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  long add(
      Human person,
      Human deputy,
      @Nullable ApprovalKind kind,
      Instant from,
      Instant until,
      String by) {
    return jdbc.sql(ADD)
        .param("person", person.name())
        .param("personId", person.id())
        .param("deputy", deputy.name())
        .param("deputyId", deputy.id())
        .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
        .param("from", at(from))
        .param("until", at(until))
        .param("by", by)
        .param("now", at(clock.instant()))
        .query(Long.class)
        .single();
  }

  List<Deputy> since(Instant since) {
    return jdbc.sql(LIST)
        .param("since", at(since))
        .query(
            (row, n) -> {
              var kind = row.getString("kind");
              var ended = row.getObject("ended_at", OffsetDateTime.class);
              return new Deputy(
                  row.getLong("id"),
                  row.getString("person"),
                  row.getString("deputy"),
                  kind == null ? null : ApprovalKind.valueOf(kind),
                  row.getObject("from_at", OffsetDateTime.class).toInstant(),
                  row.getObject("until_at", OffsetDateTime.class).toInstant(),
                  row.getString("created_by"),
                  ended == null ? null : ended.toInstant());
            })
        .list();
  }

  boolean end(long id) {
    return jdbc.sql(END).param("id", id).param("now", at(clock.instant())).update() == 1;
  }

  /** For whom (person.id) the deputy decides now. */
  List<Long> principals(Human deputy, ApprovalKind kind) {
    return jdbc.sql(PRINCIPALS)
        .param("deputy", deputy.id())
        .param("kind", kind.name())
        .param("now", at(clock.instant()))
        .query(Long.class)
        .list();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
