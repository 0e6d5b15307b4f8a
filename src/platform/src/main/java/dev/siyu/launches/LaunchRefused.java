package dev.siyu.launches;

/** Something that cannot be done with a launch; nothing was changed. */
public final class LaunchRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, with a stable code (docs/errors.md). */
  public enum Why {
    UNKNOWN(3651),
    /** One launch of a journey is open at a time. */
    OPEN_ALREADY(3652),
    /** It is in another state by now. */
    CHANGED(3653),
    BAD_INPUT(3654),
    /** There is no live version to compare with: the first version goes to all. */
    NOTHING_LIVE(3655),
    /** The guard has not seen enough, and no reason is given; or all were not approved. */
    NOT_YET(3656);

    private final int number;

    Why(int number) {
      this.number = number;
    }

    public String code() {
      return "SIYU-" + number;
    }
  }

  private final Why why;

  LaunchRefused(Why why, String message) {
    super(message);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
