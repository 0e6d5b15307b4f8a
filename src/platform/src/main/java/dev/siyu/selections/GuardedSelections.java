package dev.siyu.selections;

import dev.siyu.products.Product;
import dev.siyu.products.ProductKind;
import dev.siyu.products.Products;
import dev.siyu.selections.SelectionRefused.Why;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Guards every act of people on a round. */
@Component
class GuardedSelections implements Selections {

  private static final int LAST = 9_999;

  private final RoundTable table;
  private final Rounds rounds;
  private final ResultTable results;
  private final SalesTable sales;
  private final Measuring measuring;
  private final Products products;
  private final SelectionSignOff signOff;
  private final SelectionNews news;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final ZoneId zone;

  GuardedSelections(
      RoundTable table,
      Rounds rounds,
      ResultTable results,
      SalesTable sales,
      Measuring measuring,
      Products products,
      SelectionSignOff signOff,
      SelectionNews news,
      TransactionTemplate transactions,
      Clock clock,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.table = table;
    this.rounds = rounds;
    this.results = results;
    this.sales = sales;
    this.measuring = measuring;
    this.products = products;
    this.signOff = signOff;
    this.news = news;
    this.transactions = transactions;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public List<Line> rounds() {
    return rounds.lines();
  }

  @Override
  public Optional<Round> find(long round) {
    return rounds.find(round);
  }

  @Override
  public List<Sales> market(int limit) {
    return sales.best(clock.instant(), limit);
  }

  @Override
  public int measureMatrix() {
    return measuring.matrix(clock.instant());
  }

  @Override
  public long open(String name, LocalDate effectiveOn, int reviewWeeks, String actor) {
    var today = clock.instant().atZone(zone).toLocalDate();
    if (!effectiveOn.isAfter(today)) {
      throw new SelectionRefused(
          Why.BAD_INPUT, "effectiveOn: " + effectiveOn + " (expected: later than " + today + ")");
    }
    return within(
        () -> {
          long id =
              table
                  .open(name, effectiveOn, reviewWeeks, actor, clock.instant())
                  .orElseThrow(
                      () -> new SelectionRefused(Why.OPEN_ALREADY, "a round is being chosen for"));
          table.act(id, "OPENED", actor, clock.instant(), name);
          news.opened(id, effectiveOn, reviewWeeks);
          return id;
        });
  }

  @Override
  public Seen put(Seen seen, Wish wish, String actor) {
    try {
      return change(seen, actor, "PUT", wish.sku(), () -> put(seen.round(), wish, actor));
    } catch (DataIntegrityViolationException taken) {
      throw new SelectionRefused(
          Why.BAD_INPUT, wish.kind() + " " + wish.rank() + " (expected: a rank that is free)");
    }
  }

  private void put(long round, Wish wish, String actor) {
    var star = wish.starSku();
    if (star != null && (wish.kind() != ProductKind.TRAFFIC || products.find(star).isEmpty())) {
      throw new SelectionRefused(
          Why.BAD_INPUT, "starSku: " + star + " (expected: a known product, for TRAFFIC only)");
    }
    products.propose(
        new Product(
            wish.sku(),
            wish.name(),
            wish.kind(),
            LAST,
            wish.priceCents(),
            wish.marginCents(),
            star,
            null,
            null,
            null,
            null,
            null),
        actor);
    table.put(round, wish, actor, clock.instant());
    measuring.measure(clock.instant(), Map.of(wish.sku(), Optional.ofNullable(star)));
  }

  @Override
  public Seen drop(Seen seen, String sku, String actor) {
    return change(
        seen,
        actor,
        "DROPPED",
        sku,
        () -> {
          if (!table.drop(seen.round(), sku)) {
            throw new SelectionRefused(Why.UNKNOWN, "candidate " + sku);
          }
        });
  }

  @Override
  public Seen submit(Seen seen, String actor) {
    return within(
        () -> {
          var round = known(seen.round());
          var today = clock.instant().atZone(zone).toLocalDate();
          var after = move(seen, List.of(RoundState.CHOOSING), RoundState.SUBMITTED);
          var failed = SubmitRules.failed(round, today);
          if (!failed.isEmpty()) {
            throw new SelectionRefused(failed);
          }
          table.act(seen.round(), "SUBMITTED", actor, clock.instant(), "");
          news.submitted(after.round(), after.revision());
          return after;
        });
  }

  @Override
  public Seen withdraw(Seen seen, String reason, String actor) {
    return within(
        () -> {
          var after = move(seen, RoundState.BEFORE_EFFECT, RoundState.WITHDRAWN);
          table.act(seen.round(), "WITHDRAWN", actor, clock.instant(), reason);
          signOff.takeBack(after.round(), actor, reason);
          news.withdrawn(after.round(), after.revision());
          return after;
        });
  }

  @Override
  public Seen review(Seen seen, Map<String, Boolean> stays, String note, String actor) {
    return within(
        () -> {
          var skus = new HashSet<String>();
          known(seen.round()).candidates().forEach(one -> skus.add(one.sku()));
          if (!skus.equals(stays.keySet())) {
            throw new SelectionRefused(
                Why.BAD_INPUT, "stays: " + stays.keySet() + " (expected: " + skus + ")");
          }
          var after = move(seen, List.of(RoundState.REVIEWING), RoundState.REVIEWED);
          stays.forEach((sku, stay) -> results.verdict(seen.round(), sku, stay));
          table.act(seen.round(), "REVIEWED", actor, clock.instant(), note);
          long replaced = stays.values().stream().filter(stay -> !stay).count();
          news.reviewed(after.round(), after.revision(), replaced);
          return after;
        });
  }

  /** A change of what others were asked to sign makes it chosen anew. */
  private Seen change(Seen seen, String actor, String action, String note, Runnable change) {
    return within(
        () -> {
          var before = known(seen.round()).state();
          var after = move(seen, RoundState.OPEN, RoundState.CHOOSING);
          change.run();
          table.act(seen.round(), action, actor, clock.instant(), note);
          if (before != RoundState.CHOOSING) {
            signOff.takeBack(after.round(), actor, "changed");
            news.decided(after.round(), after.revision(), "WITHDRAWN");
          }
          return after;
        });
  }

  private Seen move(Seen seen, List<RoundState> from, RoundState to) {
    return table
        .move(seen.round(), from, to, seen.revision())
        .map(revision -> new Seen(seen.round(), revision))
        .orElseThrow(
            () -> {
              known(seen.round());
              return new SelectionRefused(Why.CHANGED, "reload and look again");
            });
  }

  private Round known(long round) {
    return rounds
        .find(round)
        .orElseThrow(() -> new SelectionRefused(Why.UNKNOWN, "round " + round));
  }

  private <T> T within(Supplier<T> act) {
    return Objects.requireNonNull(transactions.execute(status -> act.get()));
  }
}
