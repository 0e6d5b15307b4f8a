package dev.siyu.mall;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as a mall tells it when asked. Money in cents; the evidence of who brought the buyer in
 * the mall's own words.
 *
 * @param shop shop or branch within the mall
 * @param amountCents what the buyer pays or paid
 * @param paidAt null while unpaid
 * @param asOf the mall's time of all this
 */
public record MallOrder(
    String orderId,
    MallBuyer buyer,
    @Nullable String shop,
    long amountCents,
    @Nullable String couponCode,
    Instant placedAt,
    @Nullable Instant paidAt,
    @Nullable Instant confirmedAt,
    @Nullable Instant settledAt,
    @Nullable Long commissionCents,
    Evidence evidence,
    List<Line> lines,
    Instant asOf) {

  public MallOrder {
    lines = List.copyOf(lines);
  }

  /** Who brought the buyer. */
  public record Evidence(
      @Nullable String channel,
      @Nullable String scene,
      @Nullable String sharer,
      @Nullable String liveId) {}

  /**
   * One SKU.
   *
   * @param paidCents for all pieces together
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
