package dev.siyu.readiness;

import java.util.List;

/** Something that cannot be done with an assessment; nothing was changed. */
public final class ReadinessRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, with a stable code (docs/errors.md). */
  public enum Why {
    UNKNOWN(8200),
    /** One assessment is filled in at a time. */
    OPEN_ALREADY(8201),
    /** It has changed since it was looked at, or is in another state. */
    CHANGED(8202),
    /** It cannot be submitted yet; the findings say why. */
    INCOMPLETE(8203),
    BAD_INPUT(8204);

    private final int number;

    Why(int number) {
      this.number = number;
    }

    public String code() {
      return "SIYU-" + number;
    }
  }

  private final Why why;
  private final transient List<Finding> findings;

  ReadinessRefused(Why why, String message) {
    super(message);
    this.why = why;
    this.findings = List.of();
  }

  ReadinessRefused(List<Finding> findings) {
    super(findings.getFirst().en());
    this.why = Why.INCOMPLETE;
    this.findings = List.copyOf(findings);
  }

  public Why why() {
    return why;
  }

  /** What is missing; empty for every other reason. */
  public List<Finding> findings() {
    return findings;
  }
}
