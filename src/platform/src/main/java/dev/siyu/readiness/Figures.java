package dev.siyu.readiness;

import org.jspecify.annotations.Nullable;

/**
 * What the shop's own orders say, or what somebody estimated where they say nothing.
 *
 * @param days of own orders that were looked at, 0 to 365
 * @param orders in these days, not fully refunded
 * @param buyers of them
 * @param frequency orders per buyer and year, hundredths; null: not known. Never scaled up from
 *     fewer days: then it is a lower bound
 * @param marginBp gross margin over the price, basis points; null: not known
 * @param marginBy SOLD (weighted by units sold), MATRIX (plain, over the product matrix), ESTIMATE
 * @param estimated whether the frequency is somebody's estimate
 */
public record Figures(
    int days,
    long orders,
    long buyers,
    @Nullable Integer frequency,
    @Nullable Integer marginBp,
    String marginBy,
    boolean estimated) {

  /** What somebody thinks where there are no orders yet. */
  public record Estimate(@Nullable Integer frequency, @Nullable Integer marginBp, String source) {}

  /** Own orders count before estimates as soon as there are enough days of them. */
  Figures or(Estimate estimate, int historyDays) {
    boolean own = days >= historyDays && frequency != null;
    boolean ownMargin = marginBp != null;
    return new Figures(
        days,
        orders,
        buyers,
        own ? frequency : estimate.frequency(),
        ownMargin ? marginBp : estimate.marginBp(),
        ownMargin ? marginBy : "ESTIMATE",
        !own);
  }
}
