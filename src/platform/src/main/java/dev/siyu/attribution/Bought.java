package dev.siyu.attribution;

import dev.siyu.attribution.Evidence.Fact;
import dev.siyu.attribution.Evidence.Relation;
import dev.siyu.attribution.Split.Share;
import dev.siyu.ledger.Item;
import dev.siyu.orders.RefundAllocation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One customer's orders in the order of their payment, refunds and relations, as of now. */
record Bought(
    String customerId,
    List<Order> orders,
    List<RefundAllocation.Back> refunds,
    List<Relation> relations) {

  /**
   * @param standing null while nothing is decided
   */
  record Order(
      Item.Ref ref,
      long amountCents,
      Instant paidAt,
      Map<Fact, String> facts,
      @Nullable Instant touchedAt,
      @Nullable Standing standing) {

    RefundAllocation.Order toAllocate() {
      return new RefundAllocation.Order(ref.source(), ref.id(), amountCents, paidAt);
    }
  }

  /** What holds for an order. */
  record Standing(
      int number,
      boolean isFinal,
      boolean isDecidedByPeople,
      String evidenceHash,
      List<Share> shares) {}

  static Bought nothing(String customerId) {
    return new Bought(customerId, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }
}
