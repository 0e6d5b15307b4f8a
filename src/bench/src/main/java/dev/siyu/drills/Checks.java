package dev.siyu.drills;

import java.util.ArrayList;
import java.util.List;

/** All that must be true after a replay, however it was disturbed. */
final class Checks {

  private Checks() {}

  /**
   * @param lateSeconds how late a timer may fire
   */
  static List<Finding> afterReplay(Product product, Books books, long lateSeconds) {
    Tables tables = product.tables();
    List<Finding> found = new ArrayList<>();
    found.addAll(BookChecks.all(books, tables, product.api()));
    found.addAll(LedgerChecks.all(tables, product.outside(), product.api()));
    found.addAll(OutsideRules.all(Heard.in(product.journal())));
    found.addAll(EngineChecks.all(tables, product.outside(), lateSeconds));
    return found;
  }
}
