package dev.siyu.content;

import dev.siyu.content.ContentRefused.Why;
import dev.siyu.files.FileFormat;
import dev.siyu.files.FileName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcMediaLibrary implements MediaLibrary {

  private static final String COLUMNS =
      """
      SELECT m.id, m.kind, m.mime, m.name, m.bytes, m.uploaded_by, m.uploaded_at, w.expires_at,
        w.note
      FROM media m LEFT JOIN wecom_media w ON w.media_id = m.id
      """;
  private static final String ADD =
      """
      INSERT INTO media (id, kind, mime, name, bytes, uploaded_by, uploaded_at)
      VALUES (:id, :kind, :mime, :name, :bytes, :actor, :now)
      ON CONFLICT (id) DO NOTHING
      """;
  private static final int MOST_NAME = 200;

  private final JdbcClient jdbc;
  private final MediaStore store;
  private final MediaSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  JdbcMediaLibrary(
      JdbcClient jdbc,
      MediaStore store,
      MediaSettings settings,
      TransactionTemplate transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.store = store;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Medium upload(String name, byte[] bytes, String actor) {
    var plain = FileName.plain(name, "upload", MOST_NAME);
    if (bytes.length > settings.largest()) {
      throw new ContentRefused(
          Why.MEDIA,
          "%s: %d bytes (expected: at most %d)".formatted(plain, bytes.length, settings.largest()));
    }
    var format = FileFormat.of(bytes).orElse(null);
    if (format == null) {
      throw new ContentRefused(
          Why.MEDIA, plain + ": unknown format (expected: JPG, PNG, MP4, PDF or Office)");
    }
    FileName.objection(name, format)
        .ifPresent(
            what -> {
              throw new ContentRefused(Why.MEDIA, what);
            });
    var kind = MediaKind.of(format);
    int most = settings.most(kind);
    if (bytes.length > most) {
      throw new ContentRefused(
          Why.MEDIA,
          "%s: %d bytes (expected: at most %d for %s)".formatted(plain, bytes.length, most, kind));
    }
    var id = id(bytes);
    transactions.executeWithoutResult(
        status -> {
          jdbc.sql(ADD)
              .param("id", id)
              .param("kind", kind.name())
              .param("mime", format.mime())
              .param("name", plain)
              .param("bytes", bytes.length)
              .param("actor", actor)
              .param("now", clock.instant().atOffset(ZoneOffset.UTC))
              .update();
          store.put(id, format.mime(), bytes);
        });
    return jdbc.sql(COLUMNS + "WHERE m.id = :id")
        .param("id", id)
        .query((row, n) -> medium(row))
        .single();
  }

  @Override
  public List<Medium> all() {
    return jdbc.sql(COLUMNS + "ORDER BY m.uploaded_at DESC, m.id LIMIT 500")
        .query((row, n) -> medium(row))
        .list();
  }

  @Override
  public Optional<Stored> bytes(String id) {
    return jdbc.sql(COLUMNS + "WHERE m.id = :id")
        .param("id", id)
        .query((row, n) -> medium(row))
        .optional()
        .flatMap(one -> store.get(id).map(bytes -> new Stored(one.name(), one.mime(), bytes)));
  }

  /** The kinds of those media that exist. */
  Map<String, MediaKind> kinds(Set<String> ids) {
    return jdbc
        .sql(COLUMNS + "WHERE m.id = ANY (:ids)")
        .param("ids", ids.toArray(String[]::new))
        .query((row, n) -> medium(row))
        .list()
        .stream()
        .collect(Collectors.toMap(Medium::id, Medium::kind));
  }

  private static String id(byte[] bytes) {
    return "m-" + DigestUtils.sha256Hex(bytes).substring(0, 32);
  }

  private static Medium medium(ResultSet row) throws SQLException {
    return new Medium(
        row.getString("id"),
        MediaKind.valueOf(row.getString("kind")),
        row.getString("mime"),
        row.getString("name"),
        row.getInt("bytes"),
        row.getString("uploaded_by"),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("expires_at", OffsetDateTime.class)),
        row.getString("note"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
