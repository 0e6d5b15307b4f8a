package dev.siyu.orders;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mall tells of an order beside its money: the evidence that attribution (归因) looks at.
 *
 * @param shop shop or branch within the mall
 * @param channel who brought the buyer, in the mall's words
 * @param sharer who shared the product
 * @param liveId live show it was placed in
 * @param settledAt null until nothing can be claimed any more
 * @param commissionCents null where the mall does not tell; never negative
 * @param asOf the mall's time of all this; an older report never replaces a newer one
 */
public record OrderFacts(
    @Nullable String shop,
    @Nullable String channel,
    @Nullable String scene,
    @Nullable String sharer,
    @Nullable String liveId,
    @Nullable Instant placedAt,
    @Nullable Instant confirmedAt,
    @Nullable Instant settledAt,
    @Nullable Long commissionCents,
    @Nullable Instant asOf,
    List<Line> lines) {

  /** A mall that tells the money only. */
  public static final OrderFacts NONE =
      new OrderFacts(null, null, null, null, null, null, null, null, null, null, List.of());

  public OrderFacts {
    lines = List.copyOf(lines);
  }

  /**
   * One SKU of an order.
   *
   * @param quantity pieces, 1 or more
   * @param paidCents for all pieces together, after discounts
   * @param afterSaleOpen pieces in after-sale now
   * @param afterSaleDone pieces whose money went back
   */
  public record Line(
      String skuId,
      @Nullable String productId,
      @Nullable String title,
      int quantity,
      long paidCents,
      int afterSaleOpen,
      int afterSaleDone) {}
}
