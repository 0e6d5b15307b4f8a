package dev.siyu.disputes;

/** Something that cannot be done with a dispute; nothing was changed. */
public final class DisputeRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, with a stable code (docs/errors.md). */
  public enum Why {
    /** There is no such dispute or order, or it is nothing of theirs. */
    UNKNOWN(8171),
    /** The department has one open about the order. */
    OPEN_ALREADY(8172),
    /** It is over, is being decided, or the department answered before. */
    CHANGED(8173),
    BAD_INPUT(8174);

    private final int number;

    Why(int number) {
      this.number = number;
    }

    public String code() {
      return "SIYU-" + number;
    }
  }

  private final Why why;

  DisputeRefused(Why why, String message) {
    super(message);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
