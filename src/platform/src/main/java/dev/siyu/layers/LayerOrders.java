package dev.siyu.layers;

import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.customers.CustomersMerged;
import dev.siyu.orders.OrdersChanged;
import dev.siyu.time.DueWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has the layer decided right behind the order, refund or merge that changed the facts: the
 * transaction that records the order writes one row, so that a payment ends nudges without waiting
 * for the decision; the row outlives a crash and decides once.
 */
@Component
class LayerOrders implements DueWork {

  private static final int BATCH = 50;

  private final DueTable due;
  private final LayerTable table;
  private final Assessments assessments;
  private final Customers customers;
  private final TransactionTemplate transactions;
  private final Clock clock;

  LayerOrders(
      DueTable due,
      LayerTable table,
      Assessments assessments,
      Customers customers,
      TransactionTemplate transactions,
      Clock clock) {
    this.due = due;
    this.table = table;
    this.assessments = assessments;
    this.customers = customers;
    this.transactions = transactions;
    this.clock = clock;
  }

  @EventListener
  void follow(OrdersChanged changed) {
    var cause =
        switch (changed.how()) {
          case PAID -> Cause.ORDER;
          case REFUNDED -> Cause.REFUND;
          case MOVED -> Cause.MERGE;
        };
    due.mark(changed.customer().value(), cause, clock.instant());
  }

  @EventListener
  void follow(CustomersMerged merged) {
    due.forget(merged.gone().value());
    table.follow(merged.gone().value(), merged.kept().value());
  }

  @Override
  public String name() {
    return "layer-orders";
  }

  @Override
  public Optional<Instant> nextDue() {
    return due.any() ? Optional.of(Instant.EPOCH) : Optional.empty();
  }

  @Override
  public void runDue(Instant now) {
    List<String> waiting;
    do {
      waiting = due.oldest(BATCH);
      var batch = waiting;
      transactions.executeWithoutResult(status -> decide(batch, now));
    } while (waiting.size() == BATCH);
  }

  /** In the order of their ids, so that two who hold several never wait for each other. */
  private void decide(List<String> ids, Instant now) {
    ids.stream().sorted().forEach(id -> customers.hold(new CustomerId(id)));
    due.take(ids).forEach((cause, some) -> assessments.assess(some, cause, now));
  }
}
