package dev.siyu.attribution;

import dev.siyu.attribution.Split.Share;
import java.util.List;
import java.util.Optional;

/** What holds for an order, and how it is kept from becoming final. */
public interface OrderShares {

  /**
   * @param decision number of the decision that holds; another number means another decision
   * @param isFinal a settlement made it final; a correction then compensates in the open month
   */
  record View(
      String source,
      String orderId,
      int decision,
      long amountCents,
      boolean isFinal,
      String rule,
      List<Share> shares) {}

  Optional<View> find(String source, String orderId);

  /** What is wrong with shares, in words; empty when they are whole. */
  Optional<String> objection(List<Share> shares);

  /**
   * No settlement makes the order final until it is released.
   *
   * @param holder who holds it, e.g. a dispute's id; twice is once
   */
  void hold(String source, String orderId, String holder);

  void release(String source, String orderId, String holder);
}
