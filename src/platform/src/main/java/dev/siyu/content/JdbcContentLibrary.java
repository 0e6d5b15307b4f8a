package dev.siyu.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcContentLibrary implements ContentLibrary {

  private static final String ENTRIES =
      """
      SELECT c.*, (SELECT a.version FROM content a WHERE a.key = c.key AND a.state = 'APPROVED')
          AS approved_version,
        (SELECT d.action = 'REMINDED' FROM content_decision d WHERE d.key = c.key
          ORDER BY d.id DESC LIMIT 1) AS reminded
      FROM (SELECT DISTINCT ON (key) key, kind, product, title, version, state, changed_at,
          changed_by
        FROM content ORDER BY key, version DESC) c
      ORDER BY c.changed_at DESC NULLS LAST, c.key LIMIT 1000
      """;
  private static final String KITS =
      "SELECT product, name FROM content_kit ORDER BY changed_at DESC, product LIMIT 1000";
  private static final String PARTS =
      """
      SELECT product, kind, text FROM content
      WHERE product IS NOT NULL AND state = 'APPROVED'
      """;
  private static final String VERSIONS =
      """
      SELECT c.*, f.collected_at, f.days, f.made, f.waiting, f.refused, f.customers, f.replied,
        f.buyers, f.orders, f.net_cents
      FROM content c LEFT JOIN content_figures f ON f.key = c.key AND f.version = c.version
      WHERE c.key = :key ORDER BY c.version DESC LIMIT 200
      """;
  private static final String DECISIONS =
      """
      SELECT version, action, actor, at, reason FROM content_decision
      WHERE key = :key ORDER BY id DESC LIMIT 500
      """;

  private record KitPart(String product, KitRules.Part part) {}

  private final JdbcClient jdbc;
  private final JdbcContents contents;
  private final ContentSettings settings;

  JdbcContentLibrary(JdbcClient jdbc, JdbcContents contents, ContentSettings settings) {
    this.jdbc = jdbc;
    this.contents = contents;
    this.settings = settings;
  }

  @Override
  public List<Entry> entries() {
    return jdbc.sql(ENTRIES).query((row, n) -> entry(row)).list();
  }

  @Override
  public List<Kit> kits() {
    var parts =
        jdbc
            .sql(PARTS)
            .query((row, n) -> new KitPart(row.getString("product"), part(row)))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    KitPart::product, Collectors.mapping(KitPart::part, Collectors.toList())));
    return jdbc.sql(KITS)
        .query(
            (row, n) -> {
              var product = row.getString("product");
              var approved = parts.getOrDefault(product, List.of());
              return new Kit(product, row.getString("name"), KitRules.missing(approved));
            })
        .list();
  }

  @Override
  public Optional<Piece> piece(String key) {
    var versions = jdbc.sql(VERSIONS).param("key", key).query((row, n) -> version(row)).list();
    if (versions.isEmpty()) {
      return Optional.empty();
    }
    var decisions = jdbc.sql(DECISIONS).param("key", key).query((row, n) -> decision(row)).list();
    return Optional.of(new Piece(key, versions, decisions));
  }

  @Override
  public List<Help> placeholders() {
    return Arrays.stream(Placeholder.values())
        .map(
            one ->
                new Help(
                    one.code(),
                    one.type.code(),
                    one.meaning,
                    one.meaningEn,
                    Arrays.stream(PieceKind.values()).filter(kind -> kind.fills(one)).toList()))
        .toList();
  }

  @Override
  public Limits limits() {
    return new Limits(
        settings.messageBytes(),
        settings.momentsCharacters(),
        settings.articleCharacters(),
        settings.attachments());
  }

  @Override
  public Preview preview(
      PieceKind kind, @Nullable String product, String text, Map<String, String> values) {
    var template = new Template(text);
    var all = contents.all(template, product, values);
    var empty =
        template.uses().stream()
            .flatMap(use -> use.placeholder().stream())
            .filter(one -> template.isEmpty(one, all))
            .map(Placeholder::code)
            .distinct()
            .toList();
    var findings =
        ReviewRules.textFindings(
            new ReviewRule.Question(kind, text, List.of(), Map.of(), settings));
    return new Preview(template.fill(all), empty, findings);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("key"),
        PieceKind.valueOf(row.getString("kind")),
        row.getString("product"),
        row.getString("title"),
        row.getInt("version"),
        PieceState.valueOf(row.getString("state")),
        row.getObject("approved_version", Integer.class),
        instant(row, "changed_at"),
        row.getString("changed_by"),
        row.getBoolean("reminded"));
  }

  private static KitRules.Part part(ResultSet row) throws SQLException {
    return new KitRules.Part(PieceKind.valueOf(row.getString("kind")), row.getString("text"));
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(
        row.getInt("version"),
        row.getInt("revision"),
        PieceState.valueOf(row.getString("state")),
        PieceKind.valueOf(row.getString("kind")),
        row.getString("product"),
        row.getString("title"),
        row.getString("text"),
        AttachmentJson.read(row.getString("attachments")),
        Arrays.asList((String[]) row.getArray("authors").getArray()),
        instant(row, "changed_at"),
        row.getString("changed_by"),
        instant(row, "published_at"),
        row.getObject("collected_at") == null ? null : figures(row));
  }

  static Figures figures(ResultSet row) throws SQLException {
    return new Figures(
        row.getObject("collected_at", OffsetDateTime.class).toInstant(),
        row.getInt("days"),
        row.getInt("made"),
        row.getInt("waiting"),
        row.getInt("refused"),
        row.getInt("customers"),
        row.getInt("replied"),
        row.getInt("buyers"),
        row.getInt("orders"),
        row.getLong("net_cents"));
  }

  private static Decision decision(ResultSet row) throws SQLException {
    return new Decision(
        row.getInt("version"),
        row.getString("action"),
        row.getString("actor"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("reason"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
