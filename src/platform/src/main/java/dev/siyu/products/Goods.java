package dev.siyu.products;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Price and stock of the malls (商城价格与库存), beside the matrix. */
public interface Goods {

  /**
   * What one mall has of a product of the matrix.
   *
   * @param priceCents the lowest of its variants
   * @param stock units over the variants on sale
   */
  record InMall(String source, long priceCents, long stock, Instant seenAt) {}

  /**
   * @param lookedAt last reading that came to its end
   * @param problem why the latest one broke off
   */
  record Look(
      String source,
      @Nullable Instant lookedAt,
      @Nullable Instant nextAt,
      int listed,
      @Nullable String problem) {}

  /** By the matrix's number. */
  Map<String, List<InMall>> bySku();

  List<Look> looks();

  /** Reads a mall's goods soon; false for a mall that is not connected. */
  boolean lookNow(String source);
}
