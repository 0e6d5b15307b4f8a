package dev.siyu.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of versions and of what was decided about them. */
@Component
class ContentTable {

  private static final String LOCKED =
      """
      SELECT key, version, revision, state, kind, product, title, text, attachments, authors
      FROM content WHERE key = :key ORDER BY version DESC FOR UPDATE
      """;
  private static final String ADD =
      """
      INSERT INTO content (key, version, state, kind, product, title, text, attachments,
        authors, changed_at, changed_by)
      VALUES (:key, :version, 'DRAFT', :kind, :product, :title, :text,
        :attachments::jsonb, ARRAY[:actor], :now, :actor)
      """;
  private static final String WRITE =
      """
      UPDATE content SET product = :product, title = :title, text = :text,
        attachments = :attachments::jsonb, revision = revision + 1,
        authors = CASE WHEN :actor = ANY (authors) THEN authors ELSE authors || :actor::text END,
        changed_at = :now, changed_by = :actor
      WHERE key = :key AND version = :version
      """;
  private static final String MOVE =
      """
      UPDATE content SET state = :state, revision = revision + 1, changed_at = :now,
        changed_by = :actor,
        authors = CASE WHEN :author AND NOT :actor = ANY (authors) THEN authors || :actor::text
          ELSE authors END,
        approved_by = CASE WHEN :state = 'APPROVED' THEN :actor ELSE approved_by END
      WHERE key = :key AND version = :version
      """;
  private static final String PUBLISHED =
      """
      UPDATE content SET published_at = :now, revision = revision + 1, changed_at = :now,
        changed_by = :actor
      WHERE key = :key AND version = :version
      """;
  private static final String LOG =
      """
      INSERT INTO content_decision (key, version, revision, action, actor, at, reason)
      VALUES (:key, :version, :revision, :action, :actor, :now, :reason)
      """;
  private static final String KIT =
      """
      INSERT INTO content_kit (product, name, changed_at, changed_by)
      VALUES (:product, :name, :now, :actor)
      ON CONFLICT (product) DO UPDATE SET name = excluded.name, changed_at = excluded.changed_at,
        changed_by = excluded.changed_by
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ContentTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** All versions of a piece, newest first, locked until the transaction ends. */
  List<ContentRow> locked(String key) {
    return jdbc.sql(LOCKED).param("key", key).query((row, n) -> row(row)).list();
  }

  /** False when the key and version are taken, e.g. by somebody who was faster. */
  boolean add(ContentRow row, String actor) {
    try {
      jdbc.sql(ADD)
          .param("key", row.key())
          .param("version", row.version())
          .param("kind", row.kind().name())
          .param("product", row.product())
          .param("title", row.title())
          .param("text", row.text())
          .param("attachments", AttachmentJson.write(row.attachments()))
          .param("actor", actor)
          .param("now", now())
          .update();
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  void write(ContentRow row, ContentDesk.Draft draft, String actor) {
    jdbc.sql(WRITE)
        .param("key", row.key())
        .param("version", row.version())
        .param("product", draft.product())
        .param("title", draft.title())
        .param("text", draft.text())
        .param("attachments", AttachmentJson.write(draft.attachments()))
        .param("actor", actor)
        .param("now", now())
        .update();
  }

  /** {@code author}: whoever moves it so counts as one of those who wrote it. */
  void move(ContentRow row, PieceState state, boolean author, String actor) {
    jdbc.sql(MOVE)
        .param("key", row.key())
        .param("version", row.version())
        .param("state", state.name())
        .param("author", author)
        .param("actor", actor)
        .param("now", now())
        .update();
  }

  void published(ContentRow row, String actor) {
    jdbc.sql(PUBLISHED)
        .param("key", row.key())
        .param("version", row.version())
        .param("actor", actor)
        .param("now", now())
        .update();
  }

  void log(ContentDesk.Seen done, String action, String actor, @Nullable String reason) {
    jdbc.sql(LOG)
        .param("key", done.key())
        .param("version", done.version())
        .param("revision", done.revision())
        .param("action", action)
        .param("actor", actor)
        .param("reason", reason)
        .param("now", now())
        .update();
  }

  void nameKit(String product, String name, String actor) {
    jdbc.sql(KIT)
        .param("product", product)
        .param("name", name)
        .param("actor", actor)
        .param("now", now())
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static ContentRow row(ResultSet row) throws SQLException {
    return new ContentRow(
        row.getString("key"),
        row.getInt("version"),
        row.getInt("revision"),
        PieceState.valueOf(row.getString("state")),
        PieceKind.valueOf(row.getString("kind")),
        row.getString("product"),
        row.getString("title"),
        row.getString("text"),
        AttachmentJson.read(row.getString("attachments")),
        Arrays.asList((String[]) row.getArray("authors").getArray()));
  }
}
