package dev.siyu.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What an entry is about: an order, a part of a refund that was laid on an order, or what of a
 * refund found no order.
 *
 * @param order null for a refund without order
 * @param refund null for the order itself
 */
public record Item(@Nullable Ref order, @Nullable Ref refund) {

  /** An order or a refund by the mall's own id. */
  public record Ref(String source, String id) {
    @Override
    public String toString() {
      return source + ":" + id;
    }
  }

  public Item {
    if (order == null && refund == null) {
      throw new IllegalArgumentException("item: neither order nor refund (expected: one or both)");
    }
  }

  public static Item of(Ref order) {
    return new Item(order, null);
  }

  /** Stable and unique; starts the idempotency keys of its journals. */
  public String key() {
    return (order == null ? "none" : order.toString())
        + (refund == null ? "" : "/" + refund.toString());
  }
}
