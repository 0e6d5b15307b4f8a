package dev.siyu.layers;

import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.time.DueWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at customers whose facts change because a day passed: an order leaves the year, or the
 * silence grows by a month. Each knows its day beforehand, so a day without such a change costs
 * nothing, and nobody else is looked at.
 */
@Component
class LayerDays implements DueWork {

  private static final int BATCH = 200;

  private final LayerTable table;
  private final Assessments assessments;
  private final Customers customers;
  private final TransactionTemplate transactions;

  LayerDays(
      LayerTable table,
      Assessments assessments,
      Customers customers,
      TransactionTemplate transactions) {
    this.table = table;
    this.assessments = assessments;
    this.customers = customers;
    this.transactions = transactions;
  }

  @Override
  public String name() {
    return "layer-days";
  }

  @Override
  public Optional<Instant> nextDue() {
    return table.nextDue();
  }

  @Override
  public void runDue(Instant now) {
    List<String> due;
    do {
      due = table.due(now, BATCH);
      var batch = due;
      transactions.executeWithoutResult(status -> assess(batch, now));
    } while (due.size() == BATCH);
  }

  /** In the order of their ids, so that two who hold several never wait for each other. */
  private void assess(List<String> ids, Instant now) {
    var held = ids.stream().sorted().map(id -> customers.hold(new CustomerId(id)).value()).toList();
    if (!held.isEmpty()) {
      assessments.assess(held, Cause.TIME, now);
    }
  }
}
