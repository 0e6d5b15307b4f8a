package dev.siyu.products;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * A matrix from the recorded shop, put in once in sample mode. Names, prices and shares are the
 * recorded year's; kinds, ranks and margins are made up, because the recording has none.
 */
@Component
@ConditionalOnProperty(name = "siyu.mode", havingValue = "sample")
class SampleProducts implements InitializingBean {

  private static final String CAKESTAND = "22423";
  private static final String HEART = "85123A";

  private final Products products;

  SampleProducts(Products products) {
    this.products = products;
  }

  @Override
  public void afterPropertiesSet() {
    if (products.matrix().isEmpty()) {
      all().forEach(product -> products.put(product, "sample"));
    }
  }

  /** Stars first: traffic products lead to them. */
  static List<Product> all() {
    return List.of(
        of(CAKESTAND, "三层摄政蛋糕架", ProductKind.STAR, 1, 1275, 510, null, 2031, null, 3723),
        of(HEART, "奶油色心形烛台", ProductKind.STAR, 2, 295, 118, null, 1973, null, 4731),
        of("22961", "印花果酱制作套装", ProductKind.TRAFFIC, 1, 145, 7, CAKESTAND, 1238, 3426, 2644),
        of("22469", "小号藤编心", ProductKind.TRAFFIC, 2, 165, 8, HEART, 1321, 4171, 3473),
        of("22457", "天然石板留言板", ProductKind.PERSONAL, 1, 295, 133, null, 1353, null, 3083),
        of("22502", "藤编野餐篮", ProductKind.NOBLE, 1, 595, 298, null, 403, null, 1714));
  }

  private static Product of(
      String sku,
      String name,
      ProductKind kind,
      int rank,
      long priceCents,
      long marginCents,
      @Nullable String star,
      int buyersBp,
      @Nullable Integer toStarBp,
      int againBp) {
    int months = sku.equals("22502") ? 10 : 13;
    return new Product(
        sku,
        name,
        kind,
        rank,
        priceCents,
        marginCents,
        star,
        null,
        buyersBp,
        toStarBp,
        againBp,
        months);
  }
}
