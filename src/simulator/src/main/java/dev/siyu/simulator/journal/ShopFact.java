package dev.siyu.simulator.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts of the malls that tell only ids: WeChat Store and Youzan; money in cents. */
public sealed interface ShopFact extends Fact {

  /** {@code wxstore} or {@code youzan}. */
  String shop();

  /** One SKU of an order, paid for all pieces together. */
  record Line(String skuId, String title, int quantity, long paidCents) {}

  /**
   * @param natural id as it was told to us; the mall's own is made of it
   * @param unionId null when the mall does not know it
   * @param channel WeCom member who forwarded the product, if any
   */
  record OrderPaid(
      String shop,
      String orderId,
      String natural,
      String openId,
      @Nullable String unionId,
      @Nullable String phone,
      @Nullable String channel,
      @Nullable String liveId,
      long amountCents,
      List<Line> lines,
      Instant paidAt)
      implements ShopFact {}

  /** The customer confirmed the receipt, and the mall settled. */
  record OrderSettled(String shop, String orderId, Instant at) implements ShopFact {}

  record Refunded(
      String shop,
      String refundId,
      String natural,
      @Nullable String orderId,
      String openId,
      @Nullable String unionId,
      long amountCents,
      Instant refundedAt)
      implements ShopFact {}

  /**
   * A product's one variant as the shop shows it now; {@code shop} may also be {@code mall}.
   *
   * @param code the merchant's own number
   */
  record GoodShown(
      String shop,
      String productId,
      String skuId,
      String code,
      String title,
      long priceCents,
      long stock,
      boolean onSale)
      implements ShopFact {}

  record TokenIssued(String shop, String token, Instant expiresAt) implements ShopFact {}
}
