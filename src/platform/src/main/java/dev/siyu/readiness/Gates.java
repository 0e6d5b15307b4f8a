package dev.siyu.readiness;

import java.util.List;

/** How far the programme has come, from live data. */
public interface Gates {

  /** 0→1 is a test of people, goods and place; then conversion falls as users grow. */
  enum Stage {
    ZERO_TO_ONE,
    ONE_TO_TEN,
    TEN_TO_N
  }

  /**
   * What a gate wants.
   *
   * @param conversionBp share of customers with a first order, basis points
   */
  record Target(long customers, int conversionBp) {}

  /** Customers of a source channel and how many of them bought. */
  record Pool(String channel, long customers, long buyers) {}

  /**
   * @param customers whom a staff member has as a contact now
   * @param buyers of them with an order that is not fully refunded
   * @param conversionBp buyers by customers, basis points
   * @param next what the next gate wants; the last stage keeps its own
   * @param seedUsersMost upper end of the seed users of gate 0 → 1
   * @param pools by customers, at most ten
   */
  record View(
      Stage stage,
      long customers,
      long buyers,
      int conversionBp,
      Target next,
      int seedUsersMost,
      List<Pool> pools) {}

  View now();
}
