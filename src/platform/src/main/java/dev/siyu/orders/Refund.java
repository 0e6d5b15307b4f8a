package dev.siyu.orders;

import dev.siyu.customers.CustomerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money given back; {@code orderId} is null for a refund without original order (无原单退款).
 *
 * @param customer the id it came under; may be an alias
 * @param kind REFUND or RETURN; null where the mall does not tell
 * @param lines empty where the mall does not tell
 */
public record Refund(
    String source,
    String refundId,
    CustomerId customer,
    @Nullable String orderId,
    long amountCents,
    Instant refundedAt,
    @Nullable String kind,
    @Nullable String reason,
    List<Line> lines) {

  /**
   * @param quantity pieces; 0 where the mall tells no number
   */
  public record Line(String skuId, int quantity, @Nullable Long amountCents) {}

  public Refund {
    lines = List.copyOf(lines);
  }

  public Refund(
      String source,
      String refundId,
      CustomerId customer,
      @Nullable String orderId,
      long amountCents,
      Instant refundedAt) {
    this(source, refundId, customer, orderId, amountCents, refundedAt, null, null, List.of());
  }
}
