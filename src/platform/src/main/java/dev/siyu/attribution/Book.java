package dev.siyu.attribution;

import dev.siyu.attribution.Reckoning.Decided;
import dev.siyu.attribution.Reckoning.Lost;
import dev.siyu.attribution.Reckoning.Target;
import dev.siyu.ledger.Item;
import dev.siyu.ledger.Ledger;
import dev.siyu.time.DueWork;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the book after orders changed: reads what is known of a customer, works out what the book
 * should say, and posts the difference. Doing it again posts nothing.
 */
@Component
class Book implements DueWork {

  private final Queue queue;
  private final BoughtTable bought;
  private final AgreementTable agreements;
  private final AttributionTable decisions;
  private final Ledger ledger;
  private final Asking asking;
  private final TransactionTemplate transactions;
  private final AttributionSettings settings;
  private final AttributionSettings.Basics basics;

  Book(
      Queue queue,
      BoughtTable bought,
      AgreementTable agreements,
      AttributionTable decisions,
      Ledger ledger,
      Asking asking,
      TransactionTemplate transactions,
      AttributionSettings settings,
      AttributionSettings.Basics basics) {
    this.queue = queue;
    this.bought = bought;
    this.agreements = agreements;
    this.decisions = decisions;
    this.ledger = ledger;
    this.asking = asking;
    this.transactions = transactions;
    this.settings = settings;
    this.basics = basics;
  }

  @Override
  public String name() {
    return "attribution-book";
  }

  @Override
  public Optional<Instant> nextDue() {
    return queue.isEmpty() ? Optional.empty() : Optional.of(Instant.EPOCH);
  }

  @Override
  public void runDue(Instant now) {
    boolean more = true;
    while (more) {
      more = Objects.requireNonNull(transactions.execute(status -> next(now)));
    }
  }

  private boolean next(Instant now) {
    ledger.hold();
    var customers = queue.take(settings.batch());
    if (!customers.isEmpty()) {
      write(customers, now);
    }
    return !customers.isEmpty();
  }

  private void write(Collection<String> customers, Instant now) {
    var all = bought.of(customers);
    var lostRefunds =
        all.stream().flatMap(one -> one.refunds().stream()).map(Reckoning::ref).toList();
    var orders =
        all.stream().flatMap(one -> one.orders().stream()).map(Bought.Order::ref).toList();
    var knownLost = decisions.lost(lostRefunds);
    var inForce = agreements.inForce(basics.zone());
    List<Decided> decided = new ArrayList<>();
    Map<Item.Ref, Lost> lost = new LinkedHashMap<>();
    List<Target> targets = new ArrayList<>();
    for (var one : all) {
      var result = Reckoning.of(one, knownLost, inForce, basics.zone());
      decided.addAll(result.decided());
      lost.putAll(result.lost());
      targets.addAll(result.targets());
    }
    decisions.save(decided, "siyu", now);
    decisions.saveLost(lost, now);
    Map<YearMonth, YearMonth> open = new HashMap<>();
    var postings =
        new Postings(
            ledger.posted(orders, lostRefunds),
            month -> open.computeIfAbsent(month, ledger::open));
    ledger.post(postings.towards(targets));
    asking.ask(decided);
  }
}
