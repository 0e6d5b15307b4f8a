package dev.siyu.attribution;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Monthly settlement (月度结算): orders become final, statements are approved and closed. */
public interface Settlements {

  /** Where a month is. */
  enum State {
    RUNNING,
    STOPPED,
    /** Everything due is final; statements can be asked for. */
    DONE,
    /** Statements are frozen and people decide. */
    ASKED,
    CLOSED
  }

  /**
   * @param total orders that were due when it began
   * @param done of these, final by now
   */
  record Progress(
      YearMonth month,
      State state,
      int total,
      int done,
      String startedBy,
      Instant startedAt,
      String changedBy,
      Instant changedAt,
      @Nullable String requestId,
      @Nullable String note) {}

  /**
   * What is not settled of orders paid before the end of a month. What was paid or given back later
   * does not count.
   *
   * @param waiting wait for people's decision on their split
   * @param rejected wait for a correction
   * @param contested provisional, held by a dispute
   * @param unbooked customers who wait for the book with an order that is not final or a refund
   *     that is not in it, e.g. paid just now, merged, or to be divided anew
   * @param brokenChecks names of invariants that do not hold
   */
  record Open(int waiting, int rejected, int contested, int unbooked, List<String> brokenChecks) {
    /** Nothing may be settled on a book that is wrong or behind. */
    public boolean isUnsafe() {
      return unbooked > 0 || !brokenChecks.isEmpty();
    }

    public boolean isClear() {
      return !isUnsafe() && waiting + rejected + contested == 0;
    }

    /** What is left when the book, which catches up by itself, has done so. */
    public Open onceBooked() {
      return new Open(waiting, rejected, contested, 0, brokenChecks);
    }
  }

  /**
   * @param hash SHA-256 over its lines
   */
  record Statement(String department, long cents, String hash) {}

  Open open(YearMonth month);

  /**
   * Whether the month is over, has a book - none before the first month with money - and can still
   * be closed: a month that a later one was closed over cannot.
   */
  boolean isClosable(YearMonth month);

  /** Whether it can be closed and nobody began to settle it. */
  boolean isLeft(YearMonth month);

  /**
   * Of every department with money in the month: as frozen once asked for, before that as booked.
   */
  List<Statement> statements(YearMonth month);

  /** Newest month first. */
  List<Progress> list();

  Optional<Progress> find(YearMonth month);

  /**
   * Begins to make final what is due by the end of the month; goes on by itself, also after a
   * crash.
   *
   * @throws AttributionRefused SIYU-8120 when the month is not over, closed, or begun before
   */
  void start(YearMonth month, String actor);

  /**
   * @throws AttributionRefused SIYU-8121 when it does not run
   */
  void stop(YearMonth month, String actor);

  /**
   * Goes on; also when done, for what fell due since.
   *
   * @throws AttributionRefused SIYU-8121 when it runs, or people decide on it
   */
  void resume(YearMonth month, String actor);

  /**
   * Closes the month's books, freezes its statements and asks for approval; answers the request's
   * id.
   *
   * @throws AttributionRefused SIYU-8121 when it is not done, SIYU-8122 when an earlier month with
   *     money is still open
   */
  String ask(YearMonth month, String actor);
}
