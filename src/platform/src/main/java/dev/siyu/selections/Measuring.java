package dev.siyu.selections;

import dev.siyu.products.Products;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives products the figures that the orders show. */
@Component
class Measuring {

  private final SalesTable sales;
  private final Products products;
  private final SelectionSettings settings;

  Measuring(SalesTable sales, Products products, SelectionSettings settings) {
    this.sales = sales;
    this.products = products;
    this.settings = settings;
  }

  /** Answers how many products had enough buyers to be told; the others keep what was known. */
  int measure(Instant now, Map<String, Optional<String>> starBySku) {
    int measured = 0;
    for (var one : sales.of(now, starBySku)) {
      if (one.buyers() >= settings.leastBuyers()) {
        products.measured(
            one.sku(),
            new Products.Measured(one.buyersBp(), one.toStarBp(), one.againBp(), one.months()));
        measured++;
      }
    }
    return measured;
  }

  int matrix(Instant now) {
    var stars = new HashMap<String, Optional<String>>();
    products
        .matrix()
        .forEach(
            entry ->
                stars.put(entry.product().sku(), Optional.ofNullable(entry.product().starSku())));
    return measure(now, stars);
  }

  int candidates(Instant now, Selections.Round round) {
    var stars = new HashMap<String, Optional<String>>();
    round.candidates().forEach(one -> stars.put(one.sku(), Optional.ofNullable(one.starSku())));
    return measure(now, stars);
  }
}
