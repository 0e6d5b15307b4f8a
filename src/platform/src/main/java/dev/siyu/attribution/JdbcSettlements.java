package dev.siyu.attribution;

import dev.siyu.approvals.ApprovalEnded;
import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.ApprovalRequest;
import dev.siyu.approvals.ApprovalRequest.Fact;
import dev.siyu.approvals.Approvals;
import dev.siyu.ledger.Ledger;
import dev.siyu.ledger.Yuan;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcSettlements implements Settlements {

  private static final Logger log = LoggerFactory.getLogger(JdbcSettlements.class);

  private final SettlementTable table;
  private final StatementTable statements;
  private final Ledger ledger;
  private final ObjectProvider<Approvals> approvals;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final AttributionSettings.Basics basics;

  JdbcSettlements(
      SettlementTable table,
      StatementTable statements,
      Ledger ledger,
      ObjectProvider<Approvals> approvals,
      ApplicationEventPublisher events,
      TransactionTemplate transactions,
      Clock clock,
      AttributionSettings.Basics basics) {
    this.table = table;
    this.statements = statements;
    this.ledger = ledger;
    this.approvals = approvals;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
    this.basics = basics;
  }

  @Override
  public List<Progress> list() {
    return table.list();
  }

  @Override
  public Optional<Progress> find(YearMonth month) {
    return table.find(month);
  }

  @Override
  public boolean isClosable(YearMonth month) {
    return table.find(month).filter(one -> one.state() == State.CLOSED).isEmpty() && isOpen(month);
  }

  @Override
  public boolean isLeft(YearMonth month) {
    return table.find(month).isEmpty() && isOpen(month);
  }

  private boolean isOpen(YearMonth month) {
    return !basics.end(month).isAfter(clock.instant())
        && ledger.lastClosed().filter(last -> last.isAfter(month)).isEmpty()
        && ledger.firstBooked().filter(first -> !month.isBefore(first)).isPresent();
  }

  @Override
  public Open open(YearMonth month) {
    return table.open(basics.end(month));
  }

  @Override
  public List<Statement> statements(YearMonth month) {
    var known = isFrozen(month) ? statements.frozen(month) : statements.counted(month);
    return known.statements().stream()
        .map(one -> new Statement(one.department(), one.totalCents(), one.hash()))
        .toList();
  }

  private boolean isFrozen(YearMonth month) {
    return table
        .find(month)
        .filter(one -> one.state() == State.ASKED || one.state() == State.CLOSED)
        .isPresent();
  }

  @Override
  public void start(YearMonth month, String actor) {
    transactions.executeWithoutResult(
        status -> {
          ledger.hold();
          var now = clock.instant();
          var end = basics.end(month);
          boolean isClosed = ledger.lastClosed().filter(last -> !month.isAfter(last)).isPresent();
          if (end.isAfter(now)
              || isClosed
              || !table.start(month, table.countDue(end), actor, now)) {
            throw new AttributionRefused(
                "SIYU-8120", month + " (expected: a month that is over, open and not begun)");
          }
        });
    log.info("{} starts the settlement of {}; its orders become final now", actor, month);
  }

  @Override
  public void stop(YearMonth month, String actor) {
    move(month, List.of(State.RUNNING), State.STOPPED, actor);
  }

  @Override
  public void resume(YearMonth month, String actor) {
    move(month, List.of(State.STOPPED, State.DONE), State.RUNNING, actor);
  }

  private void move(YearMonth month, List<State> from, State to, String actor) {
    if (!table.move(month, from, to, actor, clock.instant())) {
      throw new AttributionRefused(
          "SIYU-8121",
          month
              + " is "
              + table.find(month).map(one -> one.state().name()).orElse("not begun")
              + " (expected: "
              + from
              + ")");
    }
  }

  @Override
  public String ask(YearMonth month, String actor) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              ledger.hold();
              move(month, List.of(State.DONE), State.ASKED, actor);
              if (ledger.lastClosed().filter(last -> !month.isAfter(last)).isPresent()) {
                throw new AttributionRefused(
                    "SIYU-8120", month + " (expected: a month after the last closed one)");
              }
              statements.leftOut(month).ifPresent(JdbcSettlements::refuseBefore);
              ledger.close(month, actor);
              var frozen = statements.freeze(month);
              var content = Json.canonical(frozen);
              table.content(month, content, null, "");
              var request = approvals.getObject().ask(request(month, frozen, content, actor));
              table.content(month, content, request, "");
              return request;
            }));
  }

  private static void refuseBefore(YearMonth earlier) {
    throw new AttributionRefused(
        "SIYU-8122", earlier + " is open and has money (expected: settle and close it first)");
  }

  private static ApprovalRequest request(
      YearMonth month, StatementTable.Month frozen, String content, String actor) {
    var facts =
        frozen.statements().stream()
            .limit(10)
            .map(one -> new Fact(one.department(), one.department(), Yuan.of(one.totalCents())))
            .toList();
    long sum = frozen.statements().stream().mapToLong(StatementTable.Statement::totalCents).sum();
    return new ApprovalRequest(
        ApprovalKind.SETTLEMENT,
        month.toString(),
        month + " 月度结算单",
        "Statements of " + month,
        facts,
        content,
        actor,
        frozen.statements().stream()
            .map(StatementTable.Statement::department)
            .filter(name -> !name.equals(Split.NOBODY))
            .toList(),
        sum,
        null,
        "/statements?month=" + month);
  }

  /** In the transaction that ended the request. */
  @EventListener
  void follow(ApprovalEnded ended) {
    if (ended.kind() != ApprovalKind.SETTLEMENT) {
      return;
    }
    var month = YearMonth.parse(ended.subject());
    var content =
        table.content(month).filter(text -> DigestUtils.sha256Hex(text).equals(ended.hash()));
    if (content.isEmpty()) {
      log.warn("SIYU-8114 {} ended for {}, which does not wait for it; ignored", ended.id(), month);
      return;
    }
    var now = clock.instant();
    if (ended.ending().isApproved() && isRedeemed(month)) {
      table.move(month, List.of(State.ASKED), State.CLOSED, "siyu", now);
      events.publishEvent(new SettlementChanged(month, State.ASKED, State.CLOSED, ended.reason()));
      log.info("The books of {} are closed; its statements stand", month);
    } else {
      reopen(month, ended.reason(), now);
    }
  }

  /** With what the book says now, so that anything but what was approved is kept as refused. */
  private boolean isRedeemed(YearMonth month) {
    var effect = Json.canonical(statements.counted(month));
    return approvals
        .getObject()
        .redeem(ApprovalKind.SETTLEMENT, month.toString(), effect)
        .isPresent();
  }

  private void reopen(YearMonth month, String reason, Instant now) {
    if (table.move(month, List.of(State.ASKED), State.DONE, "siyu", now)) {
      ledger.reopen(month);
      statements.forget(month);
      table.content(month, null, null, reason);
      events.publishEvent(new SettlementChanged(month, State.ASKED, State.DONE, reason));
      log.info("The books of {} are open again: {}", month, reason);
    }
  }
}
