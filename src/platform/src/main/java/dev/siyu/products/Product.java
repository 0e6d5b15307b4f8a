package dev.siyu.products;

import org.jspecify.annotations.Nullable;

/**
 * A product of the matrix. Shares are basis points (0..10000); null: not measured.
 *
 * @param rank 1 or more; the lowest of its kind is the one journeys name
 * @param marginCents of the price; negative below cost
 * @param starSku the star product a TRAFFIC product leads to; null for all others
 * @param stockUnits granted by the owning department; null: never asked
 * @param buyersBp share of all customers who bought it
 * @param toStarBp share of its buyers who bought the star product then or later
 * @param againBp share of its buyers who bought it again
 */
public record Product(
    String sku,
    String name,
    ProductKind kind,
    int rank,
    long priceCents,
    long marginCents,
    @Nullable String starSku,
    @Nullable Long stockUnits,
    @Nullable Integer buyersBp,
    @Nullable Integer toStarBp,
    @Nullable Integer againBp,
    @Nullable Integer monthsSold) {}
