package dev.siyu.attribution;

import dev.siyu.approvals.ApprovalEnded;
import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.ApprovalRequest;
import dev.siyu.approvals.ApprovalRequest.Fact;
import dev.siyu.approvals.Approvals;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcAgreements implements Agreements {

  private static final Logger log = LoggerFactory.getLogger(JdbcAgreements.class);

  private final AgreementTable table;
  private final WhatIfTable tryOut;
  private final ObjectProvider<Approvals> approvals;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final AttributionSettings.Basics basics;

  JdbcAgreements(
      AgreementTable table,
      WhatIfTable tryOut,
      ObjectProvider<Approvals> approvals,
      TransactionTemplate transactions,
      Clock clock,
      AttributionSettings.Basics basics) {
    this.table = table;
    this.tryOut = tryOut;
    this.approvals = approvals;
    this.transactions = transactions;
    this.clock = clock;
    this.basics = basics;
  }

  @Override
  public List<View> list(@Nullable String department) {
    return table.list(department);
  }

  @Override
  public Optional<View> find(String id) {
    return table.find(id);
  }

  @Override
  public Optional<String> objection(Terms terms) {
    return TermsCheck.objection(terms);
  }

  @Override
  public WhatIf whatIf(Terms terms, LocalDate from, LocalDate to) {
    requireSense(terms);
    return tryOut.of(terms, from, to, WhatIfTable.MOST);
  }

  @Override
  public String draft(Terms terms, @Nullable String replaces, String actor) {
    requireSense(terms);
    return Objects.requireNonNull(
        transactions.execute(status -> table.insert(terms, replaces, actor, clock.instant())));
  }

  @Override
  public void edit(String id, Terms terms, String actor) {
    requireSense(terms);
    transactions.executeWithoutResult(
        status -> {
          if (!table.edit(id, terms, actor, clock.instant())) {
            throw new AttributionRefused(
                "SIYU-8111", id + " (expected: a draft of " + actor + "; make a new version)");
          }
        });
  }

  @Override
  public String ask(String id, String actor) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              if (!table.asked(id, actor, clock.instant())) {
                throw new AttributionRefused(
                    "SIYU-8111", id + " (expected: a draft of " + actor + ")");
              }
              var asked = table.find(id).orElseThrow();
              requireLater(asked);
              var request = approvals.getObject().ask(request(asked, actor));
              table.request(id, request);
              return request;
            }));
  }

  private void requireLater(View asked) {
    if (!asked.from().isAfter(today())) {
      throw new AttributionRefused(
          "SIYU-8113", "from: " + asked.from() + " (expected: after " + today() + ")");
    }
  }

  private static ApprovalRequest request(View asked, String actor) {
    var terms = asked.terms();
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("生效日", "First day", terms.from().toString()));
    facts.add(new Fact("商城", "Mall", terms.scope()));
    facts.add(new Fact("保护期（天）", "Protection, days", String.valueOf(terms.protectionDays())));
    facts.add(new Fact("售后期（天）", "After-sale, days", String.valueOf(terms.afterSaleDays())));
    terms.rules().stream()
        .limit(6)
        .forEach(
            rule ->
                facts.add(
                    new Fact(
                        rule.name(),
                        rule.name(),
                        String.join(
                            "，",
                            rule.shares().stream()
                                .map(one -> one.department() + " " + Asking.percent(one.bp()))
                                .toList()))));
    return new ApprovalRequest(
        ApprovalKind.AGREEMENT,
        asked.id(),
        "分账协议 " + asked.id() + "：" + terms.title(),
        "Agreement " + asked.id() + ": " + terms.title(),
        facts,
        Json.canonical(terms),
        actor,
        terms.signers(),
        null,
        null,
        "/agreements/" + asked.id());
  }

  /** In the transaction that ended the request. */
  @EventListener
  void follow(ApprovalEnded ended) {
    if (ended.kind() != ApprovalKind.AGREEMENT) {
      return;
    }
    var asked = table.find(ended.subject()).filter(one -> one.state() == State.ASKED);
    if (asked.isEmpty() || !asked.get().hash().equals(ended.hash())) {
      log.warn(
          "SIYU-8114 {} ended for {}, which does not wait for it; ignored",
          ended.id(),
          ended.subject());
      return;
    }
    if (ended.ending().isApproved() && isRedeemed(asked.get())) {
      takesEffect(asked.get(), ended);
    } else {
      table.rejected(asked.get().id(), ended.deciders(), ended.reason(), clock.instant());
    }
  }

  private boolean isRedeemed(View asked) {
    return approvals
        .getObject()
        .redeem(ApprovalKind.AGREEMENT, asked.id(), Json.canonical(asked.terms()))
        .isPresent();
  }

  /** Never backwards: orders of days that began were decided by what held then. */
  private void takesEffect(View asked, ApprovalEnded ended) {
    var tomorrow = today().plusDays(1);
    var from = asked.terms().from().isBefore(tomorrow) ? tomorrow : asked.terms().from();
    var to = asked.terms().to();
    if (to != null && !to.isAfter(from)) {
      table.rejected(asked.id(), ended.deciders(), "批准时已过结束日", clock.instant());
      return;
    }
    var other = table.inTheWay(asked, from);
    if (other.isPresent()) {
      table.rejected(asked.id(), ended.deciders(), "与 " + other.get() + " 有效期重叠", clock.instant());
      return;
    }
    table.takesEffect(asked, from, ended.deciders(), ended.reason(), clock.instant());
    log.info("Agreement {} is in force from {}", asked.id(), from);
  }

  private LocalDate today() {
    return clock.instant().atZone(basics.zone()).toLocalDate();
  }

  private static void requireSense(Terms terms) {
    TermsCheck.objection(terms)
        .ifPresent(
            what -> {
              throw new AttributionRefused("SIYU-8110", what);
            });
  }
}
