package dev.siyu.customers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who a customer is, whose contact they are, and where they stand.
 *
 * <p>Every write is idempotent and joins the caller's transaction. An id that became part of
 * another customer still resolves everywhere.
 */
public interface Customers {

  Optional<Customer> find(CustomerId id);

  /** The customer behind a WeCom external user id; created on first sight. */
  CustomerId byExternalUserId(String externalUserId);

  /** The customer behind a union id; created (as a mall-only customer) on first sight. */
  CustomerId byUnionId(String unionId);

  /**
   * Records that WeCom told us who a contact is. When a mall-only customer has the same union id,
   * both become one; the answer is the id to use from now on.
   */
  CustomerId identified(CustomerId id, String name, @Nullable String unionId);

  /** Records an add; answers whether this person had left before (a re-add). */
  boolean added(CustomerId id, String staffUserId, @Nullable String channel, Instant at);

  /** Records that the relation with one staff member ended; true when no relation is left. */
  boolean left(CustomerId id, String staffUserId, Instant at);

  /**
   * Records that a customer went over from one staff member to another; repeating changes nothing.
   */
  void takenOver(CustomerId id, String fromUserId, String toUserId, Instant at);

  /**
   * Who speaks with the customer now: the wanted staff member while that relation lasts, else the
   * newest one; the wanted one when there is none at all.
   */
  String staffFor(CustomerId id, String wantedUserId);

  /**
   * Moves a customer in the funnel; repeating the same move changes nothing. Who belongs to the
   * core circle stays {@link Stage#CORE}: the move is kept beneath it until the membership ends.
   */
  void moveTo(CustomerId id, Stage stage, Instant at, String reason);

  /** The membership of the core circle ended: the stage is what lay beneath, else REPURCHASE. */
  default void leaveCore(CustomerId id, Instant at, String reason) {
    throw new UnsupportedOperationException("leaveCore");
  }

  /** Whether the journeys left this customer in peace (LOST), also beneath a core membership. */
  default boolean isInPeace(CustomerId id) {
    return find(id).filter(customer -> customer.stage() == Stage.LOST).isPresent();
  }

  void tagged(CustomerId id, List<String> added, List<String> removed, Instant at);

  /** Records the zone the customer lives in, as the mall tells it. */
  void livesIn(CustomerId id, java.time.ZoneId zone);

  /** Records the country the mall tells; without effect when its zone is not known. */
  void livesInCountry(CustomerId id, @Nullable String country);

  /** Records whether the customer agrees to be contacted. */
  void consents(CustomerId id, boolean consent, Instant at);

  /**
   * Holds the customer until the caller's transaction ends, so that writes about one person happen
   * one after the other; answers the id to write under.
   */
  CustomerId hold(CustomerId id);
}
