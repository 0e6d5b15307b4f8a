package dev.siyu.mall;

import dev.siyu.calls.CallResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mall sells, with price and stock of this moment; read page by page. */
public interface MallGoods {

  /**
   * One variant of a product.
   *
   * @param code the merchant's own number, null when the mall has none
   * @param stock units that can be bought now
   */
  record Good(
      String productId,
      String skuId,
      @Nullable String code,
      String title,
      long priceCents,
      long stock,
      boolean onSale) {}

  /**
   * @param next where to go on, null at the end
   */
  record Page(List<Good> goods, @Nullable String next) {}

  String source();

  CallResult<Page> goods(@Nullable String cursor);
}
