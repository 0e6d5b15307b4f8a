package dev.siyu.products;

import dev.siyu.settings.Bounds;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the five checks ({@code siyu.products.*}).
 *
 * @param related least share of buyers who go on to the star product, basis points, 1..10000
 * @param broad least share of all customers who buy it, basis points, 1..10000
 * @param months least number of months it was on sale, 1..120
 * @param stock least stock, where it is known, 1 or more units
 * @param again least share of buyers who buy it again, basis points, 1..10000
 * @param cheap highest price in percent of the star product's price, 1..100
 */
@ConfigurationProperties("siyu.products")
record ProductSettings(
    @DefaultValue("2000") int related,
    @DefaultValue("500") int broad,
    @DefaultValue("6") int months,
    @DefaultValue("500") long stock,
    @DefaultValue("1000") int again,
    @DefaultValue("40") int cheap) {

  ProductSettings {
    Bounds.between("siyu.products.related", related, 1, 10_000);
    Bounds.between("siyu.products.broad", broad, 1, 10_000);
    Bounds.between("siyu.products.months", months, 1, 120);
    Bounds.between("siyu.products.stock", stock, 1L, Long.MAX_VALUE);
    Bounds.between("siyu.products.again", again, 1, 10_000);
    Bounds.between("siyu.products.cheap", cheap, 1, 100);
  }
}
