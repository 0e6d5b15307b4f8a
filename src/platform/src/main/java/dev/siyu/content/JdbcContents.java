package dev.siyu.content;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcContents implements Contents {

  private static final String APPROVED =
      """
      SELECT text FROM content WHERE key = :key AND state = 'APPROVED'
      ORDER BY version DESC LIMIT 1
      """;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]{1,30})}");

  private final JdbcClient jdbc;

  JdbcContents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<String> render(String key, Map<String, String> values) {
    return jdbc.sql(APPROVED)
        .param("key", key)
        .query(String.class)
        .optional()
        .map(text -> fill(text, values));
  }

  /** A placeholder without value becomes nothing: the customer must never read {coupon}. */
  static String fill(String text, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(hit -> Matcher.quoteReplacement(values.getOrDefault(hit.group(1), "")));
  }
}
