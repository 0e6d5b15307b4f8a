package dev.siyu.attribution;

import dev.siyu.attribution.Split.Share;
import dev.siyu.ledger.Ledger;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcOrderShares implements OrderShares {

  private static final String FIND =
      """
      SELECT a.decision, a.amount_cents, a.state, d.rule,
        (SELECT json_agg(json_build_object('department', s.department, 'bp', s.bp)
          ORDER BY s.department)::text FROM attribution_share s WHERE s.source = a.source
          AND s.order_id = a.order_id AND s.number = a.decision) AS shares
      FROM attribution a JOIN attribution_decision d ON d.source = a.source
        AND d.order_id = a.order_id AND d.number = a.decision
      WHERE a.source = :source AND a.order_id = :order
      """;
  private static final String HOLD =
      """
      INSERT INTO attribution_hold (source, order_id, holder, since)
      VALUES (:source, :order, :holder, :now) ON CONFLICT DO NOTHING
      """;
  private static final String RELEASE =
      """
      DELETE FROM attribution_hold
      WHERE source = :source AND order_id = :order AND holder = :holder
      """;

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final TransactionTemplate transactions;
  private final Clock clock;

  JdbcOrderShares(JdbcClient jdbc, Ledger ledger, TransactionTemplate transactions, Clock clock) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Optional<View> find(String source, String orderId) {
    return jdbc.sql(FIND)
        .param("source", source)
        .param("order", orderId)
        .query(
            (row, n) ->
                new View(
                    source,
                    orderId,
                    row.getInt("decision"),
                    row.getLong("amount_cents"),
                    row.getString("state").equals("FINAL"),
                    row.getString("rule"),
                    Json.shares(row.getString("shares"))))
        .optional();
  }

  @Override
  public Optional<String> objection(List<Share> shares) {
    return TermsCheck.objection(shares);
  }

  /** A settlement holds the ledger for each batch, so it sees the hold or was there before it. */
  @Override
  public void hold(String source, String orderId, String holder) {
    transactions.executeWithoutResult(
        status -> {
          ledger.hold();
          jdbc.sql(HOLD)
              .param("source", source)
              .param("order", orderId)
              .param("holder", holder)
              .param("now", clock.instant().atOffset(ZoneOffset.UTC))
              .update();
        });
  }

  @Override
  public void release(String source, String orderId, String holder) {
    jdbc.sql(RELEASE)
        .param("source", source)
        .param("order", orderId)
        .param("holder", holder)
        .update();
  }
}
