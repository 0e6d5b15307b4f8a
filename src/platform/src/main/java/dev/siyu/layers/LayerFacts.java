package dev.siyu.layers;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What a customer's layer is decided on; money is net of refunds.
 *
 * @param netYearCents what is kept of the orders of the last 365 days
 * @param netEverCents all orders less all refunds
 * @param ordersYear orders of the last 365 days that are not fully refunded
 * @param activeMonths calendar months of the last 365 days with such an order, 0..13
 * @param silentMonths whole periods of 30 days since the last such order, 0..12
 */
record LayerFacts(
    long netYearCents, long netEverCents, int ordersYear, int activeMonths, int silentMonths) {

  /** From columns named as in customer_layer. */
  static LayerFacts read(ResultSet row) throws SQLException {
    return new LayerFacts(
        row.getLong("net_year_cents"),
        row.getLong("net_ever_cents"),
        row.getInt("orders_year"),
        row.getInt("active_months"),
        row.getInt("silent_months"));
  }
}
