package dev.siyu.selections;

import dev.siyu.products.ProductKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where people choose products. Every act names the round and revision the person saw; each throws
 * {@link SelectionRefused} and changes nothing when it cannot be done. A change while others are
 * asked to sign takes the request back.
 */
public interface Selections {

  /** What a person looks at. */
  record Seen(long round, int revision) {}

  /** A round in the list. */
  record Line(long id, String name, RoundState state, LocalDate effectiveOn, int candidates) {}

  /**
   * A product somebody wants in the selection.
   *
   * @param rank 1 to 99, once per kind
   * @param name price and margin are taken for a product the matrix does not know; a known one
   *     keeps its own
   * @param starSku the star a TRAFFIC product leads to
   * @param publicPriceCents price on public channels; null: sold in the private domain only
   */
  record Wish(
      String sku,
      String name,
      ProductKind kind,
      int rank,
      long priceCents,
      long marginCents,
      @Nullable String starSku,
      @Nullable Long publicPriceCents) {}

  /** Something a candidate must fulfil, with its reason in words. */
  record Check(String name, boolean passed, String zh, String en) {}

  /**
   * What the orders say about a product; shares in basis points.
   *
   * @param toStarBp null: no star was asked for
   */
  record Sales(
      String sku,
      @Nullable String title,
      long buyers,
      int buyersBp,
      @Nullable Integer toStarBp,
      int againBp,
      int months,
      long units,
      long netCents) {}

  /** What a candidate achieved since it took effect. */
  record Result(
      int firstOrders,
      int buyers,
      long units,
      @Nullable Integer toStarBp,
      long netCents,
      long earnedCents,
      @Nullable String verdict) {}

  record Candidate(
      String sku,
      String name,
      ProductKind kind,
      int rank,
      long priceCents,
      long marginCents,
      @Nullable String starSku,
      @Nullable Long publicPriceCents,
      @Nullable Long stockUnits,
      List<Check> checks,
      @Nullable Result result) {}

  record Round(
      long id,
      String name,
      RoundState state,
      int revision,
      LocalDate effectiveOn,
      int reviewWeeks,
      String openedBy,
      Instant openedAt,
      List<Candidate> candidates,
      @Nullable String decision,
      List<String> deciders,
      String decisionReason,
      @Nullable Instant appliedAt,
      @Nullable Instant countedAt,
      boolean reminded) {}

  /** Newest first, at most 100. */
  List<Line> rounds();

  Optional<Round> find(long round);

  /** What sold best lately, by buyers: where candidates come from. At most {@code limit}. */
  List<Sales> market(int limit);

  /** Counts the products of the matrix anew from the orders; answers how many. */
  int measureMatrix();

  /**
   * @param effectiveOn later than today
   */
  long open(String name, LocalDate effectiveOn, int reviewWeeks, String actor);

  Seen put(Seen seen, Wish wish, String actor);

  Seen drop(Seen seen, String sku, String actor);

  /** All checks of all candidates must be passed. */
  Seen submit(Seen seen, String actor);

  Seen withdraw(Seen seen, String reason, String actor);

  /** Says for every candidate whether it stays ({@code true}) or is to be replaced. */
  Seen review(Seen seen, Map<String, Boolean> stays, String note, String actor);
}
