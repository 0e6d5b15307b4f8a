package dev.siyu.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcCustomerIdentities implements CustomerIdentities {

  private static final String IDENTITIES =
      """
      SELECT kind, value, origin_id, learnt_at FROM customer_identity
      WHERE customer_id = :id ORDER BY learnt_at, kind, value LIMIT 200
      """;
  private static final String MERGES =
      """
      SELECT id, gone, kept, why, actor, merged_at, separated_at, separated_by, separated_why
      FROM customer_merge
      WHERE kept = :id OR gone = :id
        OR kept IN (SELECT alias FROM customer_alias WHERE customer_id = :id)
      ORDER BY id DESC LIMIT 200
      """;
  private static final String SUGGESTIONS =
      """
      SELECT s.id, c.id AS customer_id, c.name, s.why, s.at FROM merge_suggestion s
      LEFT JOIN customer_alias a1 ON a1.alias = s.one
      LEFT JOIN customer_alias a2 ON a2.alias = s.other
      JOIN customer c ON c.id = CASE WHEN coalesce(a1.customer_id, s.one) = :id
        THEN coalesce(a2.customer_id, s.other) ELSE coalesce(a1.customer_id, s.one) END
      WHERE s.state = 'OPEN' AND c.id <> :id
        AND :id IN (coalesce(a1.customer_id, s.one), coalesce(a2.customer_id, s.other))
        AND (s.one = ANY (:mine) OR s.other = ANY (:mine))
      ORDER BY s.id LIMIT 50
      """;
  private static final String MINE =
      "SELECT array_prepend(:id, ARRAY(SELECT alias FROM customer_alias WHERE customer_id = :id))";
  private static final String DISMISS =
      """
      UPDATE merge_suggestion SET state = 'DISMISSED', decided_at = :now, decided_by = :actor,
        reason = :reason
      WHERE id = :suggestion AND state = 'OPEN' AND (one = ANY (:mine) OR other = ANY (:mine))
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final TransactionTemplate transactions;
  private final Identities identities;
  private final Joining joining;
  private final Merging merging;
  private final Separating separating;

  JdbcCustomerIdentities(
      JdbcClient jdbc,
      Clock clock,
      TransactionTemplate transactions,
      Identities identities,
      Joining joining,
      Merging merging,
      Separating separating) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.transactions = transactions;
    this.identities = identities;
    this.joining = joining;
    this.merging = merging;
    this.separating = separating;
  }

  @Override
  public Known of(CustomerId customer) {
    var id = customer.value();
    return new Known(
        jdbc.sql(IDENTITIES).param("id", id).query((row, n) -> identity(row)).list(),
        jdbc.sql(MERGES).param("id", id).query((row, n) -> merge(row)).list(),
        jdbc.sql(SUGGESTIONS)
            .param("id", id)
            .param("mine", mine(id))
            .query((row, n) -> suggestion(row))
            .list());
  }

  @Override
  public CustomerId merge(CustomerId one, CustomerId other, String actor, String reason) {
    var kept =
        transactions.execute(
            status -> {
              var first = held(one);
              var second = held(other);
              if (first.equals(second)) {
                throw new IdentityRefused("SIYU-3162", one + " and " + other + " are one already");
              }
              boolean secondStays = joining.isContact(second);
              if (secondStays && joining.isContact(first)) {
                throw new IdentityRefused(
                    "SIYU-3160", "both are WeCom contacts: touches could reach only one of them");
              }
              var stays = secondStays ? second : first;
              merging.merge(stays.equals(first) ? second : first, stays, reason, actor);
              return stays;
            });
    return Objects.requireNonNull(kept);
  }

  private CustomerId held(CustomerId id) {
    try {
      return identities.hold(id);
    } catch (IllegalArgumentException e) {
      throw new IdentityRefused("SIYU-3163", String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void separate(CustomerId customer, long mergeId, String actor, String reason) {
    transactions.executeWithoutResult(
        status -> separating.separate(held(customer), mergeId, actor, reason));
  }

  @Override
  public void dismiss(CustomerId customer, long suggestionId, String actor, String reason) {
    int changed =
        jdbc.sql(DISMISS)
            .param("suggestion", suggestionId)
            .param("mine", mine(customer.value()))
            .param("actor", actor)
            .param("reason", reason)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (changed == 0) {
      throw new IdentityRefused("SIYU-3164", "suggestion " + suggestionId + " is not open");
    }
  }

  private String[] mine(String id) {
    return jdbc.sql(MINE)
        .param("id", id)
        .query((row, n) -> (String[]) row.getArray(1).getArray())
        .single();
  }

  private static Identity identity(ResultSet row) throws SQLException {
    return new Identity(
        row.getString("kind"),
        row.getString("value"),
        new CustomerId(row.getString("origin_id")),
        moment(row, "learnt_at"));
  }

  private static Merge merge(ResultSet row) throws SQLException {
    var separated = row.getObject("separated_at", OffsetDateTime.class);
    return new Merge(
        row.getLong("id"),
        new CustomerId(row.getString("gone")),
        new CustomerId(row.getString("kept")),
        row.getString("why"),
        text(row, "actor"),
        moment(row, "merged_at"),
        separated == null ? null : separated.toInstant(),
        text(row, "separated_by"),
        text(row, "separated_why"));
  }

  private static Suggestion suggestion(ResultSet row) throws SQLException {
    return new Suggestion(
        row.getLong("id"),
        new CustomerId(row.getString("customer_id")),
        row.getString("name"),
        row.getString("why"),
        moment(row, "at"));
  }

  private static @Nullable String text(ResultSet row, String column) throws SQLException {
    return row.getString(column);
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
