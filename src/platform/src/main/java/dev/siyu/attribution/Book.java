package dev.siyu.attribution;

import dev.siyu.attribution.Reckoning.Decided;
import dev.siyu.attribution.Reckoning.Lost;
import dev.siyu.attribution.Reckoning.Target;
import dev.siyu.ledger.Item;
import dev.siyu.ledger.Ledger;
import dev.siyu.ledger.LedgerRefused;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the book after orders changed: reads what is known of a customer, works out what the book
 * should say, and posts the difference. Doing it again posts nothing.
 */
@Component
class Book implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(Book.class);

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
      try {
        more = Objects.requireNonNull(transactions.execute(status -> next(now)));
      } catch (DataAccessResourceFailureException databaseIsAway) {
        throw databaseIsAway;
      } catch (LedgerRefused | NonTransientDataAccessException | IllegalStateException e) {
        queue.oldest(settings.batch()).forEach(customer -> alone(customer, now));
      }
    }
  }

  /** One customer who cannot be written must not keep everybody else's money waiting. */
  private void alone(String customer, Instant now) {
    try {
      transactions.executeWithoutResult(
          status -> {
            ledger.hold();
            queue.drop(customer);
            write(List.of(customer), now);
          });
    } catch (DataAccessResourceFailureException databaseIsAway) {
      throw databaseIsAway;
    } catch (LedgerRefused | NonTransientDataAccessException | IllegalStateException e) {
      log.error(
          "SIYU-8141 The orders of {} cannot be booked and are left out; mend the cause, then insert"
              + " the customer into attribution_due",
          customer,
          e);
      queue.drop(customer);
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
    var orders = all.stream().flatMap(one -> one.orders().stream()).map(Bought.Order::ref).toList();
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
            ledger.posted(orders, lostRefunds), month -> open.computeIfAbsent(month, ledger::open));
    ledger.post(postings.towards(targets));
    asking.ask(decided);
  }
}
