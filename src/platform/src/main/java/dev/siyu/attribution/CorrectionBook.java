package dev.siyu.attribution;

import dev.siyu.attribution.CorrectionTable.Standing;
import dev.siyu.attribution.Reckoning.Cause;
import dev.siyu.attribution.Reckoning.Decided;
import dev.siyu.attribution.Reckoning.Target;
import dev.siyu.attribution.Split.Share;
import dev.siyu.ledger.Account;
import dev.siyu.ledger.Item;
import dev.siyu.ledger.Journal;
import dev.siyu.ledger.Journal.Entry;
import dev.siyu.ledger.Ledger;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Books a correction: everything of the order is reversed, then booked under the new shares. */
@Component
class CorrectionBook {

  private final Ledger ledger;
  private final AttributionTable decisions;
  private final AgreementTable agreements;
  private final BoughtTable bought;
  private final AttributionSettings.Basics basics;

  CorrectionBook(
      Ledger ledger,
      AttributionTable decisions,
      AgreementTable agreements,
      BoughtTable bought,
      AttributionSettings.Basics basics) {
    this.ledger = ledger;
    this.decisions = decisions;
    this.agreements = agreements;
    this.bought = bought;
    this.basics = basics;
  }

  /** The caller holds the ledger. Both journals go to the current month. */
  void correct(
      String id, Item.Ref order, Standing standing, List<Share> shares, String actor, Instant now) {
    var agreementId = standing.agreementId();
    var agreement =
        agreementId == null
            ? null
            : agreements
                .find(agreementId)
                .map(one -> new Agreement(one.id(), one.terms()))
                .orElse(null);
    var split = new Split(shares, "更正 " + id, "经批准更正", standing.owner());
    int number = standing.decision() + 1;
    decisions.save(
        List.of(
            new Decided(order, number, Cause.CORRECTION, standing.evidence(), split, agreement)),
        actor,
        now);
    var month = ledger.open(YearMonth.from(now.atZone(basics.zone())));
    var before = ledger.of(order);
    ledger.post(
        List.of(
            new Journal(
                "reversal " + id,
                Journal.Kind.REVERSAL,
                month,
                "更正前冲销",
                actor,
                before.stream().map(CorrectionBook::negated).toList()),
            new Journal(
                "correction " + id,
                Journal.Kind.CORRECTION,
                month,
                "更正后重记",
                actor,
                after(order, standing.customerId()))));
  }

  private static Entry negated(Entry entry) {
    return new Entry(entry.account(), entry.department(), -entry.cents(), entry.item());
  }

  private List<Entry> after(Item.Ref order, String customer) {
    var inForce = agreements.inForce(basics.zone());
    var entries = new ArrayList<Entry>();
    for (var one : bought.of(Set.of(customer))) {
      Reckoning.of(one, Map.of(), inForce, basics.zone()).targets().stream()
          .filter(target -> order.equals(target.item().order()))
          .forEach(target -> add(entries, target));
    }
    return entries;
  }

  private static void add(List<Entry> entries, Target target) {
    boolean isRefund = target.item().refund() != null;
    long sum = 0;
    for (var one : target.cents().entrySet()) {
      if (one.getValue() != 0) {
        entries.add(
            new Entry(Postings.account(target), one.getKey(), one.getValue(), target.item()));
        sum += one.getValue();
      }
    }
    if (sum != 0) {
      entries.add(new Entry(isRefund ? Account.REFUNDS : Account.ORDERS, "", -sum, target.item()));
    }
  }
}
