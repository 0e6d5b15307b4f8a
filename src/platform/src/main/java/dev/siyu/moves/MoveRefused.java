package dev.siyu.moves;

/** A move that cannot be begun; nothing was changed. */
public final class MoveRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, with a stable code (docs/errors.md). */
  public enum Why {
    /** There is no such version. */
    UNKNOWN(3670),
    /** One move of a journey is open at a time. */
    OPEN_ALREADY(3671),
    /** Places without an answer, or answers that are impossible. */
    MAPPING(3672),
    /** Only runs of customers can be ended, and none is inside. */
    NOBODY(8080);

    private final int number;

    Why(int number) {
      this.number = number;
    }

    public String code() {
      return "SIYU-" + number;
    }
  }

  private final Why why;

  MoveRefused(Why why, String message) {
    super(message);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
