package dev.siyu.ledger;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The book. Every call takes part in the caller's transaction. */
public interface Ledger {

  /**
   * What stands for an item.
   *
   * @param cents by department, over all accounts that are no clearing
   * @param last id of its latest journal
   * @param month of its first journal
   */
  record Posted(Map<String, Long> cents, long last, YearMonth month) {}

  /** Makes the caller the only writer until its transaction ends. */
  void hold();

  /** The month itself, or the first open one when its books are closed. */
  YearMonth open(YearMonth wanted);

  /** What stands for orders (with the refunds laid on them) and for refunds without order. */
  Map<Item, Posted> posted(Collection<Item.Ref> orders, Collection<Item.Ref> lostRefunds);

  /** All entries of an order, clearing accounts too, summed by account, department and item. */
  List<Journal.Entry> of(Item.Ref order);

  /**
   * Appends. A journal whose key is known with the same content changes nothing.
   *
   * @throws LedgerRefused SIYU-8101 when a key is known with other content
   */
  void post(List<Journal> journals);

  /** Moves what is provisional of these orders to final; answers the number of journals. */
  int settle(Collection<Item.Ref> orders, YearMonth month, String actor);

  /** Closes all months up to this one. */
  void close(YearMonth month, String actor);

  /** Opens the last closed month again. */
  void reopen(YearMonth month);

  Optional<YearMonth> lastClosed();

  /** The first month with money; empty while the book is. */
  Optional<YearMonth> firstBooked();
}
