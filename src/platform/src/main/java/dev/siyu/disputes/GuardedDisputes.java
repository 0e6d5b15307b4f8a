package dev.siyu.disputes;

import dev.siyu.approvals.WorkingHours;
import dev.siyu.approvals.WorkingHours.Deadlines;
import dev.siyu.attribution.OrderShares;
import dev.siyu.attribution.Split;
import dev.siyu.attribution.Split.Share;
import dev.siyu.disputes.DisputeRefused.Why;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Guards every act of people in a dispute. */
@Component
class GuardedDisputes implements Disputes {

  private static final Logger log = LoggerFactory.getLogger(GuardedDisputes.class);

  private final DisputeTable table;
  private final ActTable acts;
  private final OrderShares orders;
  private final WorkingHours hours;
  private final Ruling ruling;
  private final DisputeNews news;
  private final DisputeSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  GuardedDisputes(
      DisputeTable table,
      ActTable acts,
      OrderShares orders,
      WorkingHours hours,
      Ruling ruling,
      DisputeNews news,
      DisputeSettings settings,
      TransactionTemplate transactions,
      Clock clock) {
    this.table = table;
    this.acts = acts;
    this.orders = orders;
    this.hours = hours;
    this.ruling = ruling;
    this.news = news;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public List<View> list(@Nullable String department) {
    return table.list(department);
  }

  @Override
  public Optional<Page> find(String id, @Nullable String department) {
    return stored(id)
        .filter(view -> department == null || concerns(view, department))
        .map(view -> new Page(view, acts.list(number(id))));
  }

  @Override
  public List<View> of(String source, String orderId, @Nullable String department) {
    return table.of(source, orderId, department);
  }

  @Override
  public String open(Wish wish, String department, String actor) {
    return Objects.requireNonNull(
        transactions.execute(status -> opened(checked(wish, department), actor)));
  }

  private OpeningRules.Case checked(Wish wish, String department) {
    orders
        .objection(wish.shares())
        .ifPresent(
            what -> {
              throw new DisputeRefused(Why.BAD_INPUT, "shares: " + what);
            });
    var order =
        orders
            .find(wish.source(), wish.orderId())
            .orElseThrow(
                () ->
                    new DisputeRefused(
                        Why.UNKNOWN,
                        wish.source() + ":" + wish.orderId() + " (expected: a known order)"));
    var skus = acts.skus(wish.source(), wish.orderId());
    var opening = new OpeningRules.Case(wish, department, order, skus);
    var objection = OpeningRules.objection(opening);
    if (objection != null) {
      throw new DisputeRefused(Why.BAD_INPUT, objection);
    }
    return opening;
  }

  private String opened(OpeningRules.Case opening, String actor) {
    var now = clock.instant();
    var wish = opening.wish();
    long id =
        table
            .insert(opening, actor, now, times(now))
            .orElseThrow(
                () ->
                    new DisputeRefused(
                        Why.OPEN_ALREADY,
                        opening.department() + " contests " + wish.orderId() + " already"));
    var key = "D" + id;
    orders.hold(wish.source(), wish.orderId(), key);
    others(opening).forEach(party -> table.party(id, party));
    acts.add(
        id,
        new Step(
            "OPENED",
            opening.department(),
            actor,
            wish.reason().strip(),
            null,
            wish.evidence(),
            now));
    news.opened(key);
    log.info("{} opens dispute {} about {}; its journey begins", actor, key, wish.orderId());
    return key;
  }

  private Deadlines times(Instant now) {
    return hours.deadlines(now, settings.answerHours(), settings.escalateHours());
  }

  /** Who loses or gains by it, beside who contests. */
  private static List<String> others(OpeningRules.Case opening) {
    return Stream.concat(opening.order().shares().stream(), opening.wish().shares().stream())
        .map(Share::department)
        .filter(name -> !name.equals(Split.NOBODY) && !name.equals(opening.department()))
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public void answer(
      String id, String department, Stance stance, String text, Evidence evidence, String actor) {
    transactions.executeWithoutResult(
        status -> {
          var view = seen(id, department);
          var objection =
              OpeningRules.objection(evidence, acts.skus(view.source(), view.orderId()));
          if (objection != null) {
            throw new DisputeRefused(Why.BAD_INPUT, objection);
          }
          var now = clock.instant();
          if (!table.answer(number(id), department, stance, now)) {
            throw new DisputeRefused(
                Why.CHANGED, id + " (expected: open, asked of " + department + ", unanswered)");
          }
          acts.add(
              number(id), new Step("ANSWERED", department, actor, text, stance, evidence, now));
          if (stored(id).stream()
              .flatMap(one -> one.parties().stream())
              .allMatch(party -> party.stance() != null)) {
            news.answered(id);
          }
        });
  }

  @Override
  public void withdraw(String id, String department, String reason, String actor) {
    transactions.executeWithoutResult(
        status -> {
          var view = seen(id, department);
          if (!view.department().equals(department)) {
            throw unknown(id);
          }
          if (!ruling.withdrawn(view, reason, actor)) {
            throw new DisputeRefused(Why.CHANGED, id + " is " + view.state());
          }
        });
  }

  private View seen(String id, String department) {
    return stored(id).filter(view -> concerns(view, department)).orElseThrow(() -> unknown(id));
  }

  private Optional<View> stored(String id) {
    return table.find(number(id)).map(DisputeTable.Stored::view);
  }

  private static boolean concerns(View view, String department) {
    return view.department().equals(department)
        || view.parties().stream().anyMatch(party -> party.department().equals(department));
  }

  private static DisputeRefused unknown(String id) {
    return new DisputeRefused(Why.UNKNOWN, id + " (expected: a dispute of your department)");
  }

  /** The number in {@code D<number>}; -1 for anything else. */
  static long number(String id) {
    return id.matches("D[0-9]{1,18}") ? Long.parseLong(id.substring(1)) : -1;
  }
}
