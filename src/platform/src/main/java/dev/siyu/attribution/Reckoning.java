package dev.siyu.attribution;

import dev.siyu.attribution.Split.Share;
import dev.siyu.ledger.Item;
import dev.siyu.orders.RefundAllocation;
import dev.siyu.orders.RefundAllocation.Back;
import dev.siyu.orders.RefundAllocation.Part;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * What the book should say of one customer: decisions that are to be taken, and the cents every
 * order and refund gives each department. It depends on what is known, never on what came first.
 */
final class Reckoning {

  /** A decision to be written. */
  record Decided(
      Item.Ref order,
      int number,
      Cause cause,
      Evidence evidence,
      Split split,
      @Nullable Agreement agreement) {}

  /** Why there is a decision. */
  enum Cause {
    PAID,
    EARLIER_ORDER,
    /** People rejected the one before. */
    RECKONED_AGAIN,
    CORRECTION
  }

  /** Whose loss a refund without order is; to be written when {@code evidence} is given. */
  record Lost(
      int number, String department, @Nullable Evidence evidence, @Nullable String agreement) {}

  /**
   * @param cents by department; a refund's are below zero
   */
  record Target(Item item, YearMonth month, boolean isFinal, Map<String, Long> cents) {}

  record Result(List<Decided> decided, Map<Item.Ref, Lost> lost, List<Target> targets) {}

  private final Bought bought;
  private final Map<Item.Ref, Lost> knownLost;
  private final InForce agreements;
  private final ZoneId zone;
  private final List<Decided> decided = new ArrayList<>();
  private final Map<Item.Ref, Lost> lost = new TreeMap<>(Comparator.comparing(Item.Ref::toString));
  private final List<Target> targets = new ArrayList<>();

  private Reckoning(Bought bought, Map<Item.Ref, Lost> knownLost, InForce agreements, ZoneId zone) {
    this.bought = bought;
    this.knownLost = knownLost;
    this.agreements = agreements;
    this.zone = zone;
  }

  static Result of(Bought bought, Map<Item.Ref, Lost> knownLost, InForce agreements, ZoneId zone) {
    var reckoning = new Reckoning(bought, knownLost, agreements, zone);
    reckoning.reckon();
    return new Result(reckoning.decided, reckoning.lost, reckoning.targets);
  }

  private void reckon() {
    var parts =
        RefundAllocation.parts(
            bought.orders().stream().map(Bought.Order::toAllocate).toList(), bought.refunds());
    var byOrder = new HashMap<Item.Ref, List<Part>>();
    for (var part : parts) {
      var order = part.order();
      if (order == null) {
        lose(part.refund(), part.cents());
      } else {
        byOrder
            .computeIfAbsent(
                new Item.Ref(order.source(), order.orderId()), any -> new ArrayList<>())
            .add(part);
      }
    }
    for (int i = 0; i < bought.orders().size(); i++) {
      var order = bought.orders().get(i);
      divide(order, shares(i), byOrder.getOrDefault(order.ref(), List.of()));
    }
  }

  /** Decided once; anew only while provisional and when an earlier order came in later. */
  private List<Share> shares(int index) {
    var order = bought.orders().get(index);
    var standing = order.standing();
    if (standing == null) {
      return decide(index, 1, Cause.PAID).shares();
    }
    boolean open = !standing.isFinal() && !standing.isDecidedByPeople();
    if (open && isOvertaken(order.paidAt(), index)) {
      var evidence = EvidenceOf.order(bought, index);
      if (!DigestUtils.sha256Hex(Json.canonical(evidence)).equals(standing.evidenceHash())) {
        return decide(index, standing.number() + 1, Cause.EARLIER_ORDER).shares();
      }
    }
    return standing.shares();
  }

  /** Something paid before reached us only now. */
  private boolean isOvertaken(Instant paidAt, int before) {
    return bought.orders().subList(0, before).stream()
        .anyMatch(order -> order.standing() == null && !order.paidAt().isAfter(paidAt));
  }

  private Split decide(int index, int number, Cause cause) {
    var order = bought.orders().get(index);
    var evidence = EvidenceOf.order(bought, index);
    var agreement = agreements.at(order.ref().source(), order.paidAt()).orElse(null);
    var split = agreement == null ? Split.nobody("付款时没有生效的分账协议") : agreement.split(evidence);
    decided.add(new Decided(order.ref(), number, cause, evidence, split, agreement));
    return split;
  }

  private void divide(Bought.Order order, List<Share> shares, List<Part> parts) {
    boolean isFinal = order.standing() != null && order.standing().isFinal();
    var before = Rounding.divide(order.amountCents(), shares);
    targets.add(new Target(Item.of(order.ref()), month(order.paidAt()), isFinal, before));
    long net = order.amountCents();
    for (var part : parts.stream().sorted(Comparator.comparing(Part::refund, IN_TIME)).toList()) {
      net -= part.cents();
      var after = Rounding.divide(net, shares);
      var change = new TreeMap<String, Long>();
      for (var one : after.entrySet()) {
        long old = Objects.requireNonNull(before.get(one.getKey()));
        change.put(one.getKey(), one.getValue() - old);
      }
      targets.add(
          new Target(
              new Item(order.ref(), ref(part.refund())),
              month(part.refund().at()),
              isFinal,
              change));
      before = after;
    }
  }

  private void lose(Back refund, long cents) {
    var known = knownLost.get(ref(refund));
    var whose =
        known == null || isOvertaken(refund.at(), bought.orders().size())
            ? bearer(refund, cents, known)
            : known;
    lost.put(ref(refund), whose);
    targets.add(
        new Target(
            new Item(null, ref(refund)),
            month(refund.at()),
            true,
            Map.of(whose.department(), -cents)));
  }

  private Lost bearer(Back refund, long cents, @Nullable Lost known) {
    var evidence = EvidenceOf.lostRefund(bought, refund, cents);
    var agreement = agreements.at(refund.source(), refund.at());
    var owner =
        agreement
            .filter(one -> one.terms().lostRefunds() == Terms.LostRefunds.OWNER)
            .flatMap(one -> Optional.ofNullable(one.ownerOf(evidence)))
            .orElse(Split.NOBODY);
    return new Lost(
        known == null ? 1 : known.number() + 1,
        owner,
        evidence,
        agreement.map(Agreement::id).orElse(null));
  }

  private YearMonth month(Instant at) {
    return YearMonth.from(at.atZone(zone));
  }

  private static final Comparator<Back> IN_TIME =
      Comparator.comparing(Back::at).thenComparing(Back::source).thenComparing(Back::refundId);

  static Item.Ref ref(Back refund) {
    return new Item.Ref(refund.source(), refund.refundId());
  }
}
