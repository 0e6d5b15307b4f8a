package dev.siyu.web;

import dev.siyu.content.ContentLibrary;
import dev.siyu.content.PieceKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows a text as a real customer would read it; nothing is sent. */
@RestController
class ContentPreviewController {

  private static final String CUSTOMER =
      """
      SELECT c.name, ch.name AS channel,
        (SELECT t.provider_id FROM touchpoint t WHERE t.customer_id = c.id AND t.medium = 'COUPON'
          AND t.state = 'SENT' ORDER BY t.claimed_at DESC LIMIT 1) AS coupon
      FROM customer c LEFT JOIN channel ch ON ch.code = c.channel
      WHERE c.id = coalesce((SELECT customer_id FROM customer_alias WHERE alias = :id), :id)
      """;

  record Wish(
      @NotNull PieceKind kind,
      @Nullable @Size(max = 60) String product,
      @NotNull @Size(max = 100_000) String text,
      @Nullable @Size(max = 30) String customerId) {}

  private final ContentLibrary library;
  private final JdbcClient jdbc;

  ContentPreviewController(ContentLibrary library, JdbcClient jdbc) {
    this.library = library;
    this.jdbc = jdbc;
  }

  @PostMapping("/api/content-preview")
  ContentLibrary.Preview preview(@Valid @RequestBody Wish wish) {
    var product = wish.product() == null || wish.product().isBlank() ? null : wish.product();
    return library.preview(wish.kind(), product, wish.text(), values(wish.customerId()));
  }

  private Map<String, String> values(@Nullable String customerId) {
    if (customerId == null || customerId.isBlank()) {
      return Map.of();
    }
    return jdbc.sql(CUSTOMER)
        .param("id", customerId.strip())
        .query(
            (row, n) -> {
              var values = new HashMap<String, String>();
              for (var name : new String[] {"name", "channel", "coupon"}) {
                var value = row.getString(name);
                if (value != null) {
                  values.put(name, value);
                }
              }
              return values;
            })
        .optional()
        .orElseThrow(() -> Problem.NOT_FOUND.failure("customerId: " + customerId));
  }
}
