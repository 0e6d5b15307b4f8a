package dev.siyu.selections;

import java.util.List;

/** Something that cannot be done with a selection; nothing was changed. */
public final class SelectionRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, with a stable code (docs/errors.md). */
  public enum Why {
    UNKNOWN(8220),
    /** One round is chosen for at a time. */
    OPEN_ALREADY(8221),
    /** It has changed since it was looked at, or is in another state. */
    CHANGED(8222),
    /** A check is not passed; {@link #failed} says which. */
    CHECKS(8223),
    BAD_INPUT(8224);

    private final int number;

    Why(int number) {
      this.number = number;
    }

    public String code() {
      return "SIYU-" + number;
    }
  }

  private final Why why;
  private final transient List<Selections.Check> failed;

  SelectionRefused(Why why, String message) {
    super(message);
    this.why = why;
    this.failed = List.of();
  }

  SelectionRefused(List<Selections.Check> failed) {
    super(failed.getFirst().en());
    this.why = Why.CHECKS;
    this.failed = List.copyOf(failed);
  }

  public Why why() {
    return why;
  }

  public List<Selections.Check> failed() {
    return failed;
  }
}
