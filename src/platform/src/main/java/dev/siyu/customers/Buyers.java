package dev.siyu.customers;

import org.jspecify.annotations.Nullable;

/**
 * Who stands behind the ids a mall knows a buyer by. One union id is one person over all malls
 * (客户查重): when it shows up late, two customers become one.
 */
public interface Buyers {

  /**
   * What a mall tells of a buyer; at least one of the two ids.
   *
   * @param openId the mall's own id of the buyer
   * @param phone in any notation; only a keyed hash of it is kept
   */
  record Ids(
      String mall, @Nullable String openId, @Nullable String unionId, @Nullable String phone) {

    public Ids {
      if (openId == null && unionId == null) {
        throw new IllegalArgumentException(
            "buyer of " + mall + ": no id (expected: open or union)");
      }
    }
  }

  /**
   * @param customer who it is now
   * @param origin the id to file under what the buyer brings; stays when customers merge, so that a
   *     merge can be undone
   */
  record Buyer(CustomerId customer, CustomerId origin) {}

  /** Finds or makes the customer; joins the caller's transaction. */
  Buyer of(Ids ids);

  /** Whether a union id is already known for the mall's own id of a buyer. */
  boolean knowsUnion(String mall, String openId);
}
