package dev.siyu.attribution;

import dev.siyu.approvals.ApprovalEnded;
import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.ApprovalRequest;
import dev.siyu.approvals.ApprovalRequest.Fact;
import dev.siyu.approvals.Approvals;
import dev.siyu.attribution.Reckoning.Decided;
import dev.siyu.attribution.Split.Share;
import dev.siyu.ledger.Item;
import dev.siyu.ledger.Yuan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows large orders to people before they become final (kind ATTRIBUTION). */
@Component
class Asking {

  private static final String ASKED =
      """
      SELECT a.decision AS number, a.amount_cents, a.agreement_id, d.hash,
        (SELECT json_agg(json_build_object('department', s.department, 'bp', s.bp)
          ORDER BY s.department)::text FROM attribution_share s WHERE s.source = a.source
          AND s.order_id = a.order_id AND s.number = a.decision) AS shares
      FROM attribution a JOIN attribution_decision d ON d.source = a.source
        AND d.order_id = a.order_id AND d.number = a.decision
      WHERE a.source = :source AND a.order_id = :id AND a.approval = 'ASKED'
      """;
  private static final String ENDED =
      """
      UPDATE attribution SET approval = :approval
      WHERE source = :source AND order_id = :id AND approval = 'ASKED'
      """;

  private static final String REQUEST =
      "UPDATE attribution SET request_id = :request WHERE source = :source AND order_id = :id";

  /** What takes effect. */
  record Content(
      String order,
      int number,
      long amountCents,
      @Nullable String agreement,
      String evidenceHash,
      List<Share> shares) {}

  private final JdbcClient jdbc;
  private final ObjectProvider<Approvals> approvals;
  private final Limits limits;

  Asking(JdbcClient jdbc, ObjectProvider<Approvals> approvals, Limits limits) {
    this.jdbc = jdbc;
    this.approvals = approvals;
    this.limits = limits;
  }

  void ask(List<Decided> decided) {
    decided.stream().filter(limits::asks).forEach(this::ask);
  }

  private void ask(Decided one) {
    var shares = one.split().shares();
    var facts =
        Stream.concat(
                Stream.of(
                    new Fact("规则", "Rule", one.split().ruleName()),
                    new Fact("理由", "Reason", one.split().reason()),
                    new Fact("金额", "Amount", Yuan.of(one.evidence().amountCents()))),
                shares.stream().map(Asking::fact))
            .limit(10)
            .toList();
    var subject = one.order().toString();
    var request =
        approvals
            .getObject()
            .ask(
                new ApprovalRequest(
                    ApprovalKind.ATTRIBUTION,
                    subject,
                    "订单 " + one.order().id() + " 的业绩归属",
                    "Attribution of order " + one.order().id(),
                    facts,
                    Json.canonical(content(one.order()).orElseThrow()),
                    "siyu",
                    shares.stream()
                        .map(Share::department)
                        .filter(name -> !name.equals(Split.NOBODY))
                        .toList(),
                    one.evidence().amountCents(),
                    null,
                    "/orders/" + one.order().source() + "/" + one.order().id()));
    jdbc.sql(REQUEST)
        .param("request", request)
        .param("source", one.order().source())
        .param("id", one.order().id())
        .update();
  }

  private static Fact fact(Share share) {
    return new Fact(share.department(), share.department(), percent(share.bp()));
  }

  @EventListener
  void follow(ApprovalEnded ended) {
    if (ended.kind() != ApprovalKind.ATTRIBUTION) {
      return;
    }
    int colon = ended.subject().indexOf(':');
    var order =
        new Item.Ref(ended.subject().substring(0, colon), ended.subject().substring(colon + 1));
    var content =
        content(order)
            .map(Json::canonical)
            .filter(one -> DigestUtils.sha256Hex(one).equals(ended.hash()));
    if (content.isEmpty()) {
      return;
    }
    switch (ended.ending()) {
      case APPROVED, APPROVED_BY_RULE ->
          approvals
              .getObject()
              .redeem(ApprovalKind.ATTRIBUTION, ended.subject(), content.get())
              .ifPresent(id -> ended(order, "APPROVED"));
      case REJECTED, EXPIRED, WITHDRAWN -> ended(order, "REJECTED");
    }
  }

  private void ended(Item.Ref order, String approval) {
    jdbc.sql(ENDED)
        .param("approval", approval)
        .param("source", order.source())
        .param("id", order.id())
        .update();
  }

  private Optional<Content> content(Item.Ref order) {
    return jdbc.sql(ASKED)
        .param("source", order.source())
        .param("id", order.id())
        .query(
            (row, n) ->
                new Content(
                    order.toString(),
                    row.getInt("number"),
                    row.getLong("amount_cents"),
                    row.getString("agreement_id"),
                    row.getString("hash"),
                    Json.shares(row.getString("shares"))))
        .optional();
  }

  static String percent(int bp) {
    return BigDecimal.valueOf(bp, 2).stripTrailingZeros().toPlainString() + " %";
  }
}
