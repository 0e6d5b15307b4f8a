package dev.siyu.replay;

import org.jspecify.annotations.Nullable;

/**
 * A line of order_lines.csv.
 *
 * @param title from products.csv; null when it is not there
 */
record LineRow(String sku, @Nullable String title, int quantity, long unitPriceCents) {

  long paidCents() {
    return quantity * unitPriceCents;
  }
}
