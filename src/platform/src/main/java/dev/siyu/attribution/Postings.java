package dev.siyu.attribution;

import dev.siyu.attribution.Reckoning.Target;
import dev.siyu.ledger.Account;
import dev.siyu.ledger.Item;
import dev.siyu.ledger.Journal;
import dev.siyu.ledger.Journal.Entry;
import dev.siyu.ledger.Ledger.Posted;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The journals that bring the book from what it says to what it should say. */
final class Postings {

  private final Map<Item, Posted> posted;
  private final UnaryOperator<YearMonth> open;

  /** {@code open} gives the month to post into instead of a closed one. */
  Postings(Map<Item, Posted> posted, UnaryOperator<YearMonth> open) {
    this.posted = posted;
    this.open = open;
  }

  List<Journal> towards(List<Target> targets) {
    var journals = new ArrayList<Journal>();
    var left = new HashSet<>(posted.keySet());
    for (var target : targets) {
      left.remove(target.item());
      add(journals, target, posted.get(target.item()));
    }
    // A refund that lies on another order now.
    left.stream()
        .sorted(Comparator.comparing(Item::key))
        .forEach(
            item -> {
              var stands = posted.get(item);
              if (stands != null) {
                boolean isFinal = item.order() == null || isFinal(item, targets);
                add(journals, new Target(item, stands.month(), isFinal, Map.of()), stands);
              }
            });
    return journals;
  }

  private static boolean isFinal(Item item, List<Target> targets) {
    return targets.stream()
        .anyMatch(
            one ->
                one.isFinal()
                    && one.item().order() != null
                    && one.item().order().equals(item.order()));
  }

  private void add(List<Journal> journals, Target target, @Nullable Posted stands) {
    var change = new TreeMap<>(target.cents());
    if (stands != null) {
      stands.cents().forEach((name, cents) -> change.merge(name, -cents, Long::sum));
    }
    change.values().removeIf(cents -> cents == 0);
    if (!change.isEmpty()) {
      journals.add(journal(target, stands == null ? 0 : stands.last(), change));
    }
  }

  /** The key names the journal it builds on, so that the same step is never made twice. */
  private Journal journal(Target target, long last, Map<String, Long> change) {
    var item = target.item();
    boolean isRefund = item.refund() != null;
    var entries = new ArrayList<Entry>();
    change.forEach((name, cents) -> entries.add(new Entry(account(target), name, cents, item)));
    long sum = change.values().stream().mapToLong(Long::longValue).sum();
    if (sum != 0) {
      entries.add(new Entry(isRefund ? Account.REFUNDS : Account.ORDERS, "", -sum, item));
    }
    return new Journal(
        item.key() + "@" + last,
        isRefund ? Journal.Kind.REFUND : Journal.Kind.ORDER,
        open.apply(target.month()),
        note(item, last),
        "siyu",
        entries);
  }

  private static String note(Item item, long last) {
    if (last > 0) {
      return item.refund() == null ? "更早的订单后到，重新归属" : "退款重新分摊";
    }
    if (item.order() == null) {
      return "无原单退款";
    }
    return item.refund() == null ? "订单归属" : "退款";
  }

  static Account account(Target target) {
    if (!target.isFinal()) {
      return Account.PROVISIONAL;
    }
    return target.item().refund() == null ? Account.FINAL : Account.CLAWED_BACK;
  }
}
