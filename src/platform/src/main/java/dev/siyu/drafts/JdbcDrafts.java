package dev.siyu.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row for each person and journey. */
@Component
final class JdbcDrafts implements Drafts {

  private static final String SAVE =
      """
      INSERT INTO drawing_draft (process_id, author, xml, base_version, saved_at)
      VALUES (:processId, :author, :xml, :base, :at)
      ON CONFLICT (process_id, author)
      DO UPDATE SET xml = EXCLUDED.xml, base_version = EXCLUDED.base_version,
        saved_at = EXCLUDED.saved_at
      """;
  private static final String MINE =
      """
      SELECT process_id, xml, base_version, saved_at FROM drawing_draft
      WHERE process_id = :processId AND author = :author
      """;
  private static final String OTHERS =
      """
      SELECT author, saved_at FROM drawing_draft
      WHERE process_id = :processId AND author <> :author AND saved_at > :since
      ORDER BY saved_at DESC LIMIT 20
      """;
  private static final String DISCARD =
      "DELETE FROM drawing_draft WHERE process_id = :processId AND author = :author";
  private static final String OF_AUTHOR =
      """
      SELECT process_id, '' AS xml, base_version, saved_at FROM drawing_draft
      WHERE author = :author ORDER BY saved_at DESC LIMIT 100
      """;

  /** Longer ago nobody is still at it. */
  private static final Duration FRESH = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcDrafts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Desk desk(String processId, String author) {
    var mine =
        jdbc.sql(MINE)
            .param("processId", processId)
            .param("author", author)
            .query(JdbcDrafts::draft)
            .optional();
    var others =
        jdbc.sql(OTHERS)
            .param("processId", processId)
            .param("author", author)
            .param("since", clock.instant().minus(FRESH).atOffset(ZoneOffset.UTC))
            .query((row, n) -> new Other(row.getString("author"), at(row)))
            .list();
    return new Desk(mine.orElse(null), others);
  }

  @Override
  public Desk save(String processId, String author, String xml, int baseVersion) {
    jdbc.sql(SAVE)
        .param("processId", processId)
        .param("author", author)
        .param("xml", xml)
        .param("base", baseVersion)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return desk(processId, author);
  }

  @Override
  public void discard(String processId, String author) {
    jdbc.sql(DISCARD).param("processId", processId).param("author", author).update();
  }

  @Override
  public List<Draft> of(String author) {
    return jdbc.sql(OF_AUTHOR).param("author", author).query(JdbcDrafts::draft).list();
  }

  private static Draft draft(ResultSet row, int number) throws SQLException {
    return new Draft(
        row.getString("process_id"), row.getString("xml"), row.getInt("base_version"), at(row));
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("saved_at", OffsetDateTime.class).toInstant();
  }
}
