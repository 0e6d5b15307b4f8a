package dev.siyu.attribution;

import dev.siyu.attribution.Settlements.State;
import dev.siyu.ledger.Ledger;
import dev.siyu.time.DueWork;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes orders final, a batch in each transaction: state, entries and progress commit together. A
 * stop is seen before the next batch; after a crash the next look goes on where the last commit
 * was.
 */
@Component
class SettlementRun implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(SettlementRun.class);

  private final SettlementTable table;
  private final Ledger ledger;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;
  private final AttributionSettings settings;
  private final AttributionSettings.Basics basics;

  SettlementRun(
      SettlementTable table,
      Ledger ledger,
      TransactionTemplate transactions,
      ApplicationEventPublisher events,
      AttributionSettings settings,
      AttributionSettings.Basics basics) {
    this.table = table;
    this.ledger = ledger;
    this.transactions = transactions;
    this.events = events;
    this.settings = settings;
    this.basics = basics;
  }

  @Override
  public String name() {
    return "settlement-run";
  }

  @Override
  public Optional<Instant> nextDue() {
    return table.running().map(month -> Instant.EPOCH);
  }

  @Override
  public void runDue(Instant now) {
    boolean more = true;
    while (more) {
      more = Objects.requireNonNull(transactions.execute(status -> next(now)));
    }
  }

  /** False when nothing runs any more. */
  private boolean next(Instant now) {
    ledger.hold();
    var month = table.running();
    month.ifPresent(running -> batch(running, now));
    return month.isPresent();
  }

  private void batch(YearMonth month, Instant now) {
    var orders = table.take(month, basics.end(month), settings.settleBatch());
    if (orders.isEmpty()) {
      table.move(month, List.of(State.RUNNING), State.DONE, "siyu", now);
      events.publishEvent(new SettlementChanged(month, State.RUNNING, State.DONE, ""));
      log.info("The settlement of {} is through; its statements can be asked for", month);
      return;
    }
    ledger.settle(orders, month, "siyu");
    table.count(month, orders.size(), now);
  }
}
