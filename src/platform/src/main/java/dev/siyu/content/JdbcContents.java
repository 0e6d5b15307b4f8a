package dev.siyu.content;

import dev.siyu.calls.CallResult;
import dev.siyu.calls.NothingSent;
import dev.siyu.wecom.Attachment;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcContents implements Contents {

  private static final String SAYABLE =
      """
      SELECT text, product FROM content
      WHERE key = :key AND (CASE WHEN :version > 0 THEN version = :version AND state <> 'DRAFT'
        AND state <> 'IN_REVIEW' ELSE state = 'APPROVED' END)
      """;
  private static final String KIT =
      """
      SELECT k.name, (SELECT text FROM content l WHERE l.product = k.product AND l.kind = 'LINK'
          AND l.state = 'APPROVED' ORDER BY l.key LIMIT 1) AS link
      FROM content_kit k WHERE k.product = :product
      """;

  private record Sayable(Template template, @Nullable String product) {}

  private final JdbcClient jdbc;
  private final JdbcContentAttachments attachments;
  private final Clock clock;
  private final ZoneId zone;

  JdbcContents(
      JdbcClient jdbc,
      JdbcContentAttachments attachments,
      Clock clock,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId companyZone) {
    this.jdbc = jdbc;
    this.attachments = attachments;
    this.clock = clock;
    this.zone = companyZone;
  }

  @Override
  public Optional<String> render(String key, int version, Map<String, String> values) {
    try {
      return filled(key, version, values);
    } catch (DataAccessException e) {
      throw new NothingSent("content " + key, e);
    }
  }

  private Optional<String> filled(String key, int version, Map<String, String> values) {
    return jdbc.sql(SAYABLE)
        .param("key", key)
        .param("version", version)
        .query(
            (row, n) -> new Sayable(new Template(row.getString("text")), row.getString("product")))
        .optional()
        .map(found -> found.template().fill(all(found.template(), found.product(), values)));
  }

  @Override
  public CallResult<List<Attachment>> attachments(String key, int version) {
    return attachments.of(key, version);
  }

  /** The asker's values and the day's; a text that belongs to a kit speaks of that product. */
  Map<String, String> all(Template template, @Nullable String product, Map<String, String> values) {
    var all = new HashMap<>(values);
    if (template.uses(Placeholder.DATE)) {
      all.put(Placeholder.DATE.code(), clock.instant().atZone(zone).toLocalDate().toString());
    }
    if (product != null
        && (template.uses(Placeholder.PRODUCT) || template.uses(Placeholder.LINK))) {
      all.putAll(kit(product));
    }
    return all;
  }

  private Map<String, String> kit(String product) {
    return jdbc.sql(KIT)
        .param("product", product)
        .query(
            (row, n) -> {
              var known = new HashMap<String, String>();
              known.put(Placeholder.PRODUCT.code(), row.getString("name"));
              var link = row.getString("link");
              if (link != null) {
                known.put(Placeholder.LINK.code(), link.strip());
              }
              return known;
            })
        .optional()
        .orElseGet(HashMap::new);
  }
}
