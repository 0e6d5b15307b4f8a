package dev.siyu.groups;

/** A decision about groups that cannot be carried out. */
public final class GroupRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why; the code is stable (docs/errors.md). */
  public enum Why {
    NO_SUCH_GROUP("SIYU-3400"),
    EXISTS("SIYU-3401"),
    WRONG_STATE("SIYU-3402"),
    NO_CONTENT("SIYU-3403"),
    NO_ROOM("SIYU-3404"),
    WECOM("SIYU-3405"),
    TOO_MANY("SIYU-3406");

    private final String code;

    Why(String code) {
      this.code = code;
    }
  }

  private final Why why;
  private final String details;

  GroupRefused(Why why, String details) {
    super(why.code + " " + details, null, false, false);
    this.why = why;
    this.details = details;
  }

  public Why why() {
    return why;
  }

  public String code() {
    return why.code;
  }

  public String details() {
    return details;
  }
}
