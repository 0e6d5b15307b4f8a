package dev.siyu.web;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads of whose revenue orders are, and of the ledger. Everybody sees what their sight allows. */
@RestController
class MoneyController {

  enum State {
    PROVISIONAL,
    FINAL
  }

  enum Account {
    PROVISIONAL,
    FINAL,
    CLAWED_BACK
  }

  record Detail(
      OrderMoneyPage.Row order,
      List<OrderMoneyHistory.Decision> decisions,
      List<OrderMoneyHistory.Journal> journals,
      List<OrderMoneyHistory.Conflict> conflicts) {}

  record Balances(List<LedgerPage.Balance> items) {}

  record Checks(List<LedgerPage.Check> items) {}

  private final OrderMoneyPage orders;
  private final OrderMoneyHistory history;
  private final LedgerPage ledger;
  private final Sight sight;

  MoneyController(
      OrderMoneyPage orders, OrderMoneyHistory history, LedgerPage ledger, Sight sight) {
    this.orders = orders;
    this.history = history;
    this.ledger = ledger;
    this.sight = sight;
  }

  @GetMapping("/api/money/orders")
  Rows.Page<OrderMoneyPage.Row> orders(
      @RequestParam(required = false) @Nullable YearMonth month,
      @RequestParam(required = false) @Nullable State state,
      @RequestParam(required = false) @Nullable String department,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      Authentication who) {
    var shown = sight.shown(who, department);
    var wanted = state == null ? null : state.name();
    return orders.list(month, wanted, shown, cursor, Rows.limit(limit));
  }

  @GetMapping("/api/money/orders/{source}/{orderId}")
  Detail order(@PathVariable String source, @PathVariable String orderId, Authentication who) {
    var own = sight.confinedTo(who);
    var row = orders.one(source, orderId, own).orElseThrow(Problem.NOT_FOUND::failure);
    return new Detail(
        row,
        history.decisions(source, orderId),
        history.journals(source, orderId, own),
        history.conflicts(source, orderId));
  }

  @GetMapping("/api/ledger/balances")
  Balances balances(
      @RequestParam(required = false) @Nullable YearMonth from,
      @RequestParam(required = false) @Nullable YearMonth to,
      @RequestParam(required = false) @Nullable String department,
      Authentication who) {
    return new Balances(ledger.balances(from, to, sight.shown(who, department)));
  }

  @GetMapping("/api/ledger/entries")
  Rows.Page<LedgerPage.Entry> entries(
      @RequestParam(required = false) @Nullable YearMonth month,
      @RequestParam(required = false) @Nullable Account account,
      @RequestParam(required = false) @Nullable String department,
      @RequestParam(required = false) @Nullable Long cursor,
      @RequestParam(defaultValue = "50") int limit,
      Authentication who) {
    var shown = sight.shown(who, department);
    var wanted = account == null ? null : account.name();
    return ledger.entries(month, wanted, shown, cursor, Rows.limit(limit));
  }

  @GetMapping("/api/ledger/checks")
  Checks checks() {
    return new Checks(ledger.checks());
  }
}
