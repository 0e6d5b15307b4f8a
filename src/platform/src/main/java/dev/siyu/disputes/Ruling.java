package dev.siyu.disputes;

import dev.siyu.approvals.ApprovalEnded;
import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.ApprovalRequest;
import dev.siyu.approvals.ApprovalRequest.Fact;
import dev.siyu.approvals.Approvals;
import dev.siyu.attribution.Corrections;
import dev.siyu.attribution.OrderShares;
import dev.siyu.attribution.Split;
import dev.siyu.disputes.DisputeTable.Stored;
import dev.siyu.disputes.Disputes.Evidence;
import dev.siyu.disputes.Disputes.State;
import dev.siyu.disputes.Disputes.Step;
import dev.siyu.disputes.Disputes.View;
import dev.siyu.ledger.Yuan;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has a dispute decided by whoever may, and ends it; in the caller's transaction. */
@Component
class Ruling {

  private static final Logger log = LoggerFactory.getLogger(Ruling.class);
  private static final String OVERTAKEN = "其间已有新的归属决定，请按现行归属重新提出";

  private final DisputeTable table;
  private final ActTable acts;
  private final OrderShares orders;
  private final Corrections corrections;
  private final Approvals approvals;
  private final DisputeNews news;
  private final Clock clock;

  Ruling(
      DisputeTable table,
      ActTable acts,
      OrderShares orders,
      Corrections corrections,
      Approvals approvals,
      DisputeNews news,
      Clock clock) {
    this.table = table;
    this.acts = acts;
    this.orders = orders;
    this.corrections = corrections;
    this.approvals = approvals;
    this.news = news;
    this.clock = clock;
  }

  /** Puts it up for decision, unless that has happened or it is over. */
  void ask(View view) {
    long id = GuardedDisputes.number(view.id());
    var order = orders.find(view.source(), view.orderId()).orElseThrow();
    if (Set.copyOf(order.shares()).equals(Set.copyOf(view.wanted()))) {
      end(view, State.REJECTED, List.of(), "现行分成已是所主张的，无需裁定", null);
      return;
    }
    var content = Contents.of(view, order.decision());
    if (table.deciding(id, content)) {
      var request = approvals.ask(request(view, order, content));
      table.request(id, request);
      acts.add(id, "ASKED", request, clock.instant());
    }
  }

  private static ApprovalRequest request(View view, OrderShares.View order, String content) {
    var facts =
        Stream.concat(
                Stream.of(
                    new Fact("订单", "Order", view.source() + ":" + view.orderId()),
                    new Fact("金额", "Amount", Yuan.of(view.amountCents())),
                    new Fact("规则", "Rule", order.rule()),
                    new Fact("现有分成", "Shares now", Split.words(order.shares())),
                    new Fact("主张", "Wanted", Split.words(view.wanted())),
                    new Fact("理由", "Reason", view.reason())),
                view.parties().stream().map(Ruling::said))
            .limit(10)
            .toList();
    return new ApprovalRequest(
        ApprovalKind.DISPUTE,
        view.id(),
        "争议 " + view.id() + "：" + view.department() + " 对订单 " + view.orderId(),
        "Dispute " + view.id() + " of order " + view.orderId() + " by " + view.department(),
        facts,
        content,
        view.openedBy(),
        view.parties().stream().map(Disputes.Party::department).toList(),
        view.amountCents(),
        null,
        "/disputes/" + view.id());
  }

  private static Fact said(Disputes.Party party) {
    var stance = party.stance();
    var words =
        stance == null
            ? "未答复 no answer"
            : switch (stance) {
              case AGREES -> "同意 agrees";
              case OBJECTS -> "反对 objects";
            };
    return new Fact(party.department(), party.department(), words);
  }

  @EventListener
  void follow(ApprovalEnded ended) {
    if (ended.kind() != ApprovalKind.DISPUTE) {
      return;
    }
    var asked =
        table
            .find(GuardedDisputes.number(ended.subject()))
            .filter(one -> one.view().state() == State.DECIDING)
            .filter(
                one -> DigestUtils.sha256Hex(String.valueOf(one.content())).equals(ended.hash()));
    if (asked.isEmpty() && ended.ending() == ApprovalEnded.Ending.WITHDRAWN) {
      return; // taken back by the dispute's own end
    }
    if (asked.isEmpty()) {
      log.warn(
          "SIYU-8114 {} ended for {}, which does not wait for it; ignored",
          ended.id(),
          ended.subject());
      return;
    }
    var view = asked.get().view();
    switch (ended.ending()) {
      case APPROVED, APPROVED_BY_RULE -> uphold(asked.get(), ended);
      case REJECTED -> end(view, State.REJECTED, ended.deciders(), ended.reason(), null);
      case EXPIRED -> end(view, State.EXPIRED, List.of(), "无人裁定", null);
      case WITHDRAWN -> withdrawn(view, ended.reason(), view.openedBy());
    }
  }

  private void uphold(Stored asked, ApprovalEnded ended) {
    var view = asked.view();
    var content = String.valueOf(asked.content());
    var outcome =
        corrections.decided(
            view.source(),
            view.orderId(),
            Contents.instead(content),
            view.wanted(),
            "争议 " + view.id() + " 成立：" + view.reason(),
            ended.deciders(),
            () -> approvals.redeem(ApprovalKind.DISPUTE, view.id(), content));
    switch (outcome) {
      case Corrections.Booked booked ->
          end(view, State.UPHELD, ended.deciders(), ended.reason(), booked.correction().id());
      case Corrections.Overtaken overtaken ->
          end(view, State.REJECTED, ended.deciders(), OVERTAKEN, null);
      case Corrections.Unredeemed unredeemed ->
          end(view, State.REJECTED, ended.deciders(), "批准已失效", null);
    }
  }

  /** False when it was over. */
  boolean withdrawn(View view, String reason, String actor) {
    long id = GuardedDisputes.number(view.id());
    var now = clock.instant();
    if (!table.end(id, State.WITHDRAWN, List.of(), reason, null, now)) {
      return false;
    }
    acts.add(
        id,
        new Step(
            "WITHDRAWN",
            view.department(),
            actor,
            reason,
            null,
            new Evidence(List.of(), List.of()),
            now));
    orders.release(view.source(), view.orderId(), view.id());
    approvals.withdraw(ApprovalKind.DISPUTE, view.id(), reason, actor);
    news.withdrawn(view.id());
    return true;
  }

  /** Nothing happens when it was over. */
  void end(
      View view, State state, List<String> deciders, String note, @Nullable String correction) {
    long id = GuardedDisputes.number(view.id());
    var now = clock.instant();
    if (table.end(id, state, deciders, note, correction, now)) {
      var who = deciders.isEmpty() ? "siyu" : String.join("、", deciders);
      var none = new Evidence(List.of(), List.of());
      acts.add(id, new Step(state.name(), null, who, note, null, none, now));
      orders.release(view.source(), view.orderId(), view.id());
      if (state == State.EXPIRED) {
        approvals.withdraw(ApprovalKind.DISPUTE, view.id(), note, "siyu");
      }
      news.decided(view.id(), state);
      log.info("Dispute {} ended {}; its parties are told", view.id(), state);
    }
  }
}
