package dev.siyu.customers;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcCustomerTags implements CustomerTags {

  private static final String WORN =
      """
      SELECT c.id, c.tags_version, c.tags_marked_at,
        ARRAY(SELECT tag FROM customer_tag t WHERE t.customer_id = c.id ORDER BY tag) AS tags
      FROM customer c WHERE c.external_user_id = :id
      """;
  private static final String NEXT_VERSION =
      """
      UPDATE customer SET tags_version = tags_version + 1
      WHERE id = :id AND tags_version = :version
      """;
  private static final String TAKE_OFF =
      "DELETE FROM customer_tag WHERE customer_id = :id AND NOT tag = ANY (:tags)";
  private static final String PUT_ON =
      """
      INSERT INTO customer_tag (customer_id, tag, since)
      SELECT :id, tag, :at FROM unnest(:tags::text[]) AS tag ON CONFLICT DO NOTHING
      """;
  private static final List<String> RENAME =
      List.of(
          """
          INSERT INTO customer_tag (customer_id, tag, since, origin_id)
          SELECT customer_id, :to, since, origin_id FROM customer_tag WHERE tag = :from
          ON CONFLICT DO NOTHING
          """,
          "DELETE FROM customer_tag WHERE tag = :from");
  private static final String GONE = "DELETE FROM customer_tag WHERE tag = :tag";
  private static final String CONTACTS =
      """
      SELECT c.external_user_id FROM customer c WHERE c.external_user_id IS NOT NULL
        AND EXISTS (SELECT FROM customer_staff s WHERE s.customer_id = c.id AND s.until IS NULL)
      ORDER BY c.id
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  JdbcCustomerTags(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public Optional<Worn> worn(String externalUserId) {
    return jdbc.sql(WORN)
        .param("id", externalUserId)
        .query(
            (row, n) -> {
              var marked = row.getObject("tags_marked_at", OffsetDateTime.class);
              return new Worn(
                  new CustomerId(row.getString("id")),
                  row.getLong("tags_version"),
                  new HashSet<>(Arrays.asList((String[]) row.getArray("tags").getArray())),
                  marked == null ? null : marked.toInstant());
            })
        .optional();
  }

  @Override
  public boolean seen(Worn before, Set<String> shown, Instant at) {
    if (before.tags().equals(shown)) {
      return true;
    }
    return Boolean.TRUE.equals(transactions.execute(status -> take(before, shown, at)));
  }

  private boolean take(Worn before, Set<String> shown, Instant at) {
    var id = before.customer().value();
    int unchanged =
        jdbc.sql(NEXT_VERSION).param("id", id).param("version", before.version()).update();
    if (unchanged == 0) {
      return false;
    }
    var tags = shown.toArray(String[]::new);
    jdbc.sql(TAKE_OFF).param("id", id).param("tags", tags).update();
    jdbc.sql(PUT_ON)
        .param("id", id)
        .param("tags", tags)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
    return true;
  }

  @Override
  public void renamed(String from, String to) {
    RENAME.forEach(sql -> jdbc.sql(sql).param("from", from).param("to", to).update());
  }

  @Override
  public void gone(String tag) {
    jdbc.sql(GONE).param("tag", tag).update();
  }

  @Override
  public List<String> contacts() {
    return jdbc.sql(CONTACTS).query(String.class).list();
  }
}
