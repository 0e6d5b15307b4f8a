package dev.siyu.attribution;

import dev.siyu.attribution.Reckoning.Decided;
import dev.siyu.attribution.Reckoning.Lost;
import dev.siyu.ledger.Item;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions, appended. */
@Component
class AttributionTable {

  private static final String DECISIONS =
      """
      INSERT INTO attribution_decision (source, order_id, number, cause, evidence, hash,
        agreement_id, owner, rule, reason, actor, after_request, decided_at)
      SELECT source, order_id, number, cause, evidence, hash, agreement_id, owner, rule, reason,
        actor, after_request, :now
      FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (source text, order_id text,
        number integer, cause text, evidence text, hash text, agreement_id text, owner text,
        rule text, reason text, actor text, after_request text)
      """;
  private static final String SHARES =
      """
      INSERT INTO attribution_share (source, order_id, number, department, bp)
      SELECT * FROM jsonb_to_recordset(CAST(:rows AS jsonb))
        AS r (source text, order_id text, number integer, department text, bp integer)
      """;

  /** The only place where the decision that holds changes. */
  private static final String STAND =
      """
      INSERT INTO attribution (source, order_id, customer_id, amount_cents, paid_at, decision,
        agreement_id, state, approval, final_after)
      SELECT source, order_id, customer_id, amount_cents, paid_at, number, agreement_id,
        'PROVISIONAL', approval, final_after
      FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (source text, order_id text,
        customer_id text, amount_cents bigint, paid_at timestamptz, number integer,
        agreement_id text, approval text, final_after timestamptz)
      ON CONFLICT (source, order_id) DO UPDATE SET decision = excluded.decision,
        approval = excluded.approval
      WHERE attribution.decision = excluded.decision - 1
      """;

  private static final String LOST =
      """
      SELECT DISTINCT ON (source, refund_id) source, refund_id, number, department
      FROM attribution_lost_refund WHERE (source, refund_id) IN (SELECT source, id
        FROM jsonb_to_recordset(CAST(:refunds AS jsonb)) AS r (source text, id text))
      ORDER BY source, refund_id, number DESC
      """;
  private static final String LOSE =
      """
      INSERT INTO attribution_lost_refund (source, refund_id, number, department, agreement_id,
        reason, evidence, hash, decided_at)
      SELECT source, refund_id, number, department, agreement_id, '无原单退款', evidence, hash, :now
      FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (source text, refund_id text,
        number integer, department text, agreement_id text, evidence text, hash text)
      """;

  private record DecisionRow(
      String source,
      String orderId,
      int number,
      String cause,
      String evidence,
      String hash,
      @Nullable String agreementId,
      @Nullable String owner,
      String rule,
      String reason,
      String actor,
      @Nullable String afterRequest) {}

  private record ShareRow(String source, String orderId, int number, String department, int bp) {}

  private record StandRow(
      String source,
      String orderId,
      String customerId,
      long amountCents,
      Instant paidAt,
      int number,
      @Nullable String agreementId,
      String approval,
      Instant finalAfter) {}

  private record LostRow(
      String source,
      String refundId,
      int number,
      String department,
      @Nullable String agreementId,
      String evidence,
      String hash) {}

  private final JdbcClient jdbc;
  private final Limits limits;

  AttributionTable(JdbcClient jdbc, Limits limits) {
    this.jdbc = jdbc;
    this.limits = limits;
  }

  void save(List<Decided> decided, String actor, Instant now) {
    if (!decided.isEmpty()) {
      save(decided, actor, null, now);
    }
  }

  /** Takes the place of a decision that people rejected with this request, once for each. */
  void saveAfter(String request, Decided decided, String actor, Instant now) {
    save(List.of(decided), actor, request, now);
  }

  private void save(
      List<Decided> decided, String actor, @Nullable String afterRequest, Instant now) {
    append(
        DECISIONS, decided.stream().map(one -> decision(one, actor, afterRequest)).toList(), now);
    var shares = decided.stream().flatMap(one -> shares(one).stream()).toList();
    jdbc.sql(SHARES).param("rows", Json.rows(shares)).update();
    jdbc.sql(STAND)
        .param("rows", Json.rows(decided.stream().map(this::standing).toList()))
        .update();
  }

  Map<Item.Ref, Lost> lost(Collection<Item.Ref> refunds) {
    var known = new HashMap<Item.Ref, Lost>();
    jdbc.sql(LOST)
        .param("refunds", Json.rows(List.copyOf(refunds)))
        .query(
            row -> {
              known.put(
                  new Item.Ref(row.getString("source"), row.getString("refund_id")),
                  new Lost(row.getInt("number"), row.getString("department"), null, null));
            });
    return known;
  }

  void saveLost(Map<Item.Ref, Lost> lost, Instant now) {
    var rows =
        lost.entrySet().stream()
            .filter(one -> one.getValue().evidence() != null)
            .map(one -> lost(one.getKey(), one.getValue()))
            .toList();
    if (!rows.isEmpty()) {
      append(LOSE, rows, now);
    }
  }

  private void append(String sql, List<? extends Record> rows, Instant now) {
    jdbc.sql(sql)
        .param("rows", Json.rows(rows))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static DecisionRow decision(Decided one, String actor, @Nullable String afterRequest) {
    var evidence = Json.canonical(one.evidence());
    var agreement = one.agreement();
    return new DecisionRow(
        one.order().source(),
        one.order().id(),
        one.number(),
        one.cause().name(),
        evidence,
        DigestUtils.sha256Hex(evidence),
        agreement == null ? null : agreement.id(),
        one.split().owner(),
        one.split().ruleName(),
        one.split().reason(),
        actor,
        afterRequest);
  }

  private static List<ShareRow> shares(Decided one) {
    return one.split().shares().stream()
        .map(
            share ->
                new ShareRow(
                    one.order().source(),
                    one.order().id(),
                    one.number(),
                    share.department(),
                    share.bp()))
        .toList();
  }

  private StandRow standing(Decided one) {
    var evidence = one.evidence();
    var agreement = one.agreement();
    int days = agreement == null ? 0 : agreement.terms().afterSaleDays();
    return new StandRow(
        one.order().source(),
        one.order().id(),
        evidence.customerId(),
        evidence.amountCents(),
        evidence.paidAt(),
        one.number(),
        agreement == null ? null : agreement.id(),
        limits.approval(one),
        evidence.paidAt().plus(Duration.ofDays(days)));
  }

  private static LostRow lost(Item.Ref refund, Lost lost) {
    var evidence = Json.canonical(Objects.requireNonNull(lost.evidence()));
    return new LostRow(
        refund.source(),
        refund.id(),
        lost.number(),
        lost.department(),
        lost.agreement(),
        evidence,
        DigestUtils.sha256Hex(evidence));
  }
}
