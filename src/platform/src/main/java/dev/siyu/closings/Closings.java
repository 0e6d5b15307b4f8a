package dev.siyu.closings;

import dev.siyu.attribution.Settlements;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Months on their way to be closed, and what people do for it. */
public interface Closings {

  /** Where a month is. */
  enum State {
    /** Something is looked at or waited for before it is settled. */
    CHECKING,
    SETTLING,
    /** Departments look at their statements. */
    CONFIRMING,
    /** The statements are frozen and people sign. */
    DECIDING,
    CLOSED,
    /** Goes on by hand. */
    CALLED_OFF;

    public boolean isUnderWay() {
      return switch (this) {
        case CHECKING, SETTLING, CONFIRMING, DECIDING -> true;
        case CLOSED, CALLED_OFF -> false;
      };
    }
  }

  /** What a department said to its statement. */
  enum Answer {
    CONFIRMED,
    /** It disputes lines; the month goes on, what is upheld is booked in the open month. */
    CONTESTED,
    /** The deadline passed. */
    SILENT
  }

  /**
   * @param answer null while it is waited for
   * @param hash SHA-256 of the statement as it is now; null when the book has none
   * @param changed the statement is no longer what was answered for
   */
  record Confirmation(
      String department,
      @Nullable Answer answer,
      @Nullable String person,
      String note,
      @Nullable Instant at,
      @Nullable String hash,
      boolean changed) {}

  /**
   * @param open what is not settled, while it is checked or settled; else null
   * @param note what keeps it waiting; empty: nothing
   */
  record View(
      YearMonth month,
      State state,
      int round,
      String openedBy,
      Instant openedAt,
      @Nullable Instant confirmBy,
      String note,
      Settlements.@Nullable Open open,
      List<Confirmation> confirmations) {}

  /** Newest month first, at most 24. */
  List<View> list();

  /**
   * Begins to close a month that is over.
   *
   * @throws ClosingRefused SIYU-8180 when it is not over, lies before the first month with money or
   *     before one that is closed, or is under way or closed already
   */
  void open(YearMonth month, String actor);

  /**
   * Looks again at once, and settles what can be settled without waiting longer for open orders and
   * disputes. A wrong book is waited for all the same.
   *
   * @throws ClosingRefused SIYU-8181 when it is not checked any more
   */
  void goOn(YearMonth month, String actor);

  /**
   * Ends the journey; the settlement stays as it is, and goes on by hand.
   *
   * @throws ClosingRefused SIYU-8181 when it is not under way
   */
  void callOff(YearMonth month, String actor);

  /**
   * A department answers for its own statement.
   *
   * @param hash of the statement that was shown
   * @throws ClosingRefused SIYU-8182 when it is not asked or has answered, SIYU-8183 when the
   *     statement changed meanwhile
   */
  void answer(
      YearMonth month, String department, Answer answer, String hash, String note, String actor);
}
