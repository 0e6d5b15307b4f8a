package dev.siyu.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One row for each person and journey, and what was put aside. */
@Component
final class JdbcDrafts implements Drafts {

  /** Who saves at the same moment waits, also when there is no draft yet that could be locked. */
  private static final String ONE_AT_A_TIME =
      """
      SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:processId || ' ' || :author, 260))
      """;

  /**
   * The draft is locked first and looked at then: what another window saved meanwhile counts. What
   * is put aside is counted, so that it is read before it is written over.
   */
  private static final String SAVE =
      """
      WITH mine AS (
        SELECT process_id, author, name, xml, base_version, saved_at, revision FROM drawing_draft
        WHERE process_id = :processId AND author = :author FOR UPDATE),
      aside AS (
        INSERT INTO drawing_draft_aside (process_id, author, name, xml, base_version, saved_at)
        SELECT process_id, author, name, xml, base_version, saved_at FROM mine
        WHERE revision <> :seen AND xml <> :xml RETURNING id)
      INSERT INTO drawing_draft (process_id, author, name, xml, base_version, saved_at)
      SELECT :processId, :author, :name, :xml, :base, :at FROM (SELECT count(*) FROM aside) AS kept
      ON CONFLICT (process_id, author)
      DO UPDATE SET name = EXCLUDED.name, xml = EXCLUDED.xml,
        base_version = EXCLUDED.base_version, saved_at = EXCLUDED.saved_at,
        revision = EXCLUDED.revision
      """;

  private static final String FORGET =
      """
      DELETE FROM drawing_draft_aside WHERE process_id = :processId AND author = :author
        AND id NOT IN (SELECT id FROM drawing_draft_aside
          WHERE process_id = :processId AND author = :author ORDER BY id DESC LIMIT 5)
      """;
  private static final String COLUMNS =
      "process_id, base_version, saved_at, coalesce(nullif(name, ''), process_id) AS name";
  private static final String MINE =
      "SELECT xml, revision, "
          + COLUMNS
          + " FROM drawing_draft WHERE process_id = :processId AND author = :author";
  private static final String ASIDE =
      "SELECT xml, 0 AS revision, "
          + COLUMNS
          + " FROM drawing_draft_aside WHERE process_id = :processId AND author = :author"
          + " AND id = :id";
  private static final String ALL_ASIDE =
      """
      SELECT id, base_version, saved_at FROM drawing_draft_aside
      WHERE process_id = :processId AND author = :author ORDER BY id DESC
      """;
  private static final String DISCARD_ASIDE =
      """
      DELETE FROM drawing_draft_aside
      WHERE process_id = :processId AND author = :author AND id = :id
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
      "SELECT '' AS xml, revision, "
          + COLUMNS
          + " FROM drawing_draft WHERE author = :author ORDER BY saved_at DESC LIMIT 100";

  /** Longer ago nobody is still at it. */
  private static final Duration FRESH = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Clock clock;

  JdbcDrafts(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
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
    var aside =
        jdbc.sql(ALL_ASIDE)
            .param("processId", processId)
            .param("author", author)
            .query((row, n) -> new Aside(row.getLong("id"), row.getInt("base_version"), at(row)))
            .list();
    return new Desk(mine.orElse(null), others, aside);
  }

  @Override
  public Desk save(String processId, String author, Drawn drawn) {
    transactions.executeWithoutResult(status -> keep(processId, author, drawn));
    return desk(processId, author);
  }

  private void keep(String processId, String author, Drawn drawn) {
    jdbc.sql(ONE_AT_A_TIME)
        .param("processId", processId)
        .param("author", author)
        .query(Integer.class)
        .single();
    jdbc.sql(SAVE)
        .param("processId", processId)
        .param("author", author)
        .param("name", drawn.name())
        .param("xml", drawn.xml())
        .param("base", drawn.baseVersion())
        .param("seen", drawn.seen())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(FORGET).param("processId", processId).param("author", author).update();
  }

  @Override
  public void discard(String processId, String author) {
    jdbc.sql(DISCARD).param("processId", processId).param("author", author).update();
  }

  @Override
  public Optional<Draft> aside(String processId, String author, long id) {
    return jdbc.sql(ASIDE)
        .param("processId", processId)
        .param("author", author)
        .param("id", id)
        .query(JdbcDrafts::draft)
        .optional();
  }

  @Override
  public void discardAside(String processId, String author, long id) {
    jdbc.sql(DISCARD_ASIDE)
        .param("processId", processId)
        .param("author", author)
        .param("id", id)
        .update();
  }

  @Override
  public List<Draft> of(String author) {
    return jdbc.sql(OF_AUTHOR).param("author", author).query(JdbcDrafts::draft).list();
  }

  private static Draft draft(ResultSet row, int number) throws SQLException {
    return new Draft(
        row.getString("process_id"),
        row.getString("name"),
        row.getString("xml"),
        row.getInt("base_version"),
        row.getLong("revision"),
        at(row));
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("saved_at", OffsetDateTime.class).toInstant();
  }
}
