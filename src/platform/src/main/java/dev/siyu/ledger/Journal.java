package dev.siyu.ledger;

import java.time.YearMonth;
import java.util.List;

/**
 * One posting: entries of one month that sum to zero.
 *
 * @param key the same key is posted once; with other content it is refused
 * @param note why, for people
 * @param actor person name, or siyu
 */
public record Journal(
    String key, Kind kind, YearMonth month, String note, String actor, List<Entry> entries) {

  /** Why money moves. */
  public enum Kind {
    ORDER,
    REFUND,
    FINAL,
    /** First half of a correction: takes everything of an order back. */
    REVERSAL,
    CORRECTION
  }

  /**
   * @param department empty for clearing accounts
   * @param cents never zero
   */
  public record Entry(Account account, String department, long cents, Item item) {}

  public Journal {
    entries = List.copyOf(entries);
    if (entries.stream().mapToLong(Entry::cents).sum() != 0) {
      throw new IllegalArgumentException("SIYU-8102 journal " + key + " does not sum to zero");
    }
  }
}
