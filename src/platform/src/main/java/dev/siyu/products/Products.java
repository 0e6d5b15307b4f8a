package dev.siyu.products;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The product matrix and the requests about it. */
public interface Products {

  /**
   * @param checks the five of a traffic product; empty for the other kinds
   */
  record Entry(Product product, List<TrafficCheck> checks, List<Request> requests) {}

  /**
   * @param state ASKED, GRANTED or REFUSED
   */
  record Request(
      long id,
      String department,
      long priceCents,
      long stockUnits,
      String note,
      String state,
      String askedBy,
      Instant askedAt,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      @Nullable String reason) {}

  /**
   * Shares in basis points; null: cannot be told.
   *
   * @param months calendar months with a sale
   */
  record Measured(int buyersBp, @Nullable Integer toStarBp, int againBp, int months) {}

  /** What is asked of the department that owns price and stock. */
  record Wish(String department, long priceCents, long stockUnits, String note) {}

  /** Something the matrix does not take, with a stable code. */
  final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    Refused(String code, String message) {
      super(message);
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * The product of a kind that journeys name: the first by rank that is not known to be sold out in
   * every mall; empty when none is left.
   */
  Optional<Product> first(ProductKind kind);

  /** By kind and rank, with the latest requests first. */
  List<Entry> matrix();

  /**
   * Adds a product or changes it.
   *
   * @throws Refused SIYU-4121 when its star product is none
   */
  void put(Product product, String actor);

  /** The product of a number, also a proposed one that journeys do not name yet. */
  Optional<Product> find(String sku);

  /** Makes a product known without giving it to journeys; a known one stays as it is. */
  void propose(Product product, String actor);

  /** What the orders say about a product; replaces what was known. */
  void measured(String sku, Measured figures);

  /** The five checks of a traffic product beside the star it leads to. */
  List<TrafficCheck> checks(Product traffic, @Nullable Product star);

  /**
   * Gives these products to journeys at once: each takes its rank within its kind, the others of
   * the kind follow in their old order. Joins the caller's transaction.
   */
  void rank(List<Product> chosen, String actor);

  /**
   * Asks the department for price and stock; answers the request's id.
   *
   * @throws Refused SIYU-4122 when no such product, SIYU-4123 when a request is open
   */
  long ask(String sku, Wish wish, String actor);
}
