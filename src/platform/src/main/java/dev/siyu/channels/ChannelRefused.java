package dev.siyu.channels;

/** A decision about a channel that cannot be carried out. */
public final class ChannelRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why; the code is stable (docs/errors.md). */
  public enum Why {
    EXISTS("SIYU-3110"),
    TOO_MANY_CODES("SIYU-3111"),
    NO_CONTENT("SIYU-3112"),
    WRONG_STATE("SIYU-3113"),
    NOBODY("SIYU-3114");

    private final String code;

    Why(String code) {
      this.code = code;
    }
  }

  private final Why why;
  private final String details;

  ChannelRefused(Why why, String details) {
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
