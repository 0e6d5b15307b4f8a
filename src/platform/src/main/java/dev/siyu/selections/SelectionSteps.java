package dev.siyu.selections;

import dev.siyu.products.Product;
import dev.siyu.products.Products;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the journey does with a round; every step may be repeated. */
@Component
class SelectionSteps implements SelectionWork {

  private static final Logger log = LoggerFactory.getLogger(SelectionSteps.class);
  private static final int NEXT_IN_DAYS = 14;

  private final RoundTable table;
  private final Rounds rounds;
  private final ResultTable results;
  private final Measuring measuring;
  private final Products products;
  private final SelectionSignOff signOff;
  private final SelectionNews news;
  private final TransactionTemplate transactions;
  private final ZoneId zone;

  SelectionSteps(
      RoundTable table,
      Rounds rounds,
      ResultTable results,
      Measuring measuring,
      Products products,
      SelectionSignOff signOff,
      SelectionNews news,
      TransactionTemplate transactions,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.table = table;
    this.rounds = rounds;
    this.results = results;
    this.measuring = measuring;
    this.products = products;
    this.signOff = signOff;
    this.news = news;
    this.transactions = transactions;
    this.zone = zone;
  }

  @Override
  public int measure(String key, Instant now) {
    measuring.matrix(now);
    var round = round(key);
    measuring.candidates(now, round);
    return round.candidates().size();
  }

  @Override
  public int remind(String key, Step about, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(status -> table.remind(Rounds.id(key), about, now)));
  }

  /** Nothing is asked when somebody changed it meanwhile; the journey hears of the change. */
  @Override
  public void askSignOff(String key, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          long id = Rounds.id(key);
          var submitted = List.of(RoundState.SUBMITTED);
          if (table.move(id, submitted, RoundState.ASKED, null).isPresent()) {
            table.asked(id, signOff.ask(round(key)));
            table.act(id, "ASKED", "siyu", now, "");
          }
        });
  }

  @Override
  public void close(String key, RoundState how, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          long id = Rounds.id(key);
          if (table.move(id, RoundState.OPEN, how, null).isPresent()) {
            table.act(id, how.name(), "siyu", now, "");
            signOff.takeBack(id, "siyu", how.name());
          }
        });
  }

  @Override
  public boolean apply(String key, Instant now) {
    return Boolean.TRUE.equals(transactions.execute(status -> applied(round(key), now)));
  }

  private boolean applied(Selections.Round round, Instant now) {
    if (round.state() != RoundState.APPROVED) {
      return round.appliedAt() != null;
    }
    boolean signed = signOff.isSigned(round);
    var to = signed ? RoundState.IN_EFFECT : RoundState.NOT_APPLIED;
    if (table.move(round.id(), List.of(RoundState.APPROVED), to, round.revision()).isEmpty()) {
      throw new IllegalStateException("round " + round.id() + " moved meanwhile, tried again");
    }
    table.act(round.id(), to.name(), "siyu", now, "");
    if (signed) {
      products.rank(round.candidates().stream().map(SelectionSteps::product).toList(), "siyu");
      table.inEffect(round.id(), now);
      log.info("Selection {} is in effect; journeys name its products from now on", round.id());
    } else {
      log.warn(
          "SIYU-8225 selection {} is not what was signed (a price or the stock changed); the matrix"
              + " stays, open another round",
          round.id());
    }
    return signed;
  }

  private static Product product(Selections.Candidate one) {
    return new Product(
        one.sku(),
        one.name(),
        one.kind(),
        one.rank(),
        one.priceCents(),
        one.marginCents(),
        one.starSku(),
        one.stockUnits(),
        null,
        null,
        null,
        null);
  }

  @Override
  public int review(String key, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              var round = round(key);
              var since = round.appliedAt();
              int counted = since == null ? 0 : results.count(round.id(), since, now);
              table.counted(round.id(), now);
              table.move(round.id(), List.of(RoundState.IN_EFFECT), RoundState.REVIEWING, null);
              return counted;
            }));
  }

  @Override
  public String openNext(String key, Instant now) {
    return Objects.requireNonNull(transactions.execute(status -> next(round(key), now)));
  }

  private String next(Selections.Round round, Instant now) {
    LocalDate day = now.atZone(zone).toLocalDate().plusDays(NEXT_IN_DAYS);
    var name = round.name().length() > 50 ? round.name().substring(0, 50) : round.name();
    var opened = table.open(name + "（替换）", day, round.reviewWeeks(), round.openedBy(), now);
    opened.ifPresent(
        id -> {
          table.copyKept(round.id(), id, now);
          table.act(id, "OPENED", "siyu", now, Rounds.key(round.id()));
          news.opened(id, day, round.reviewWeeks());
        });
    return Rounds.key(opened.orElseGet(() -> rounds.lines().getFirst().id()));
  }

  private Selections.Round round(String key) {
    return rounds.find(Rounds.id(key)).orElseThrow();
  }
}
