package dev.siyu.content;

import java.util.List;

/** Something that cannot be done with a piece of content; nothing was changed. */
public final class ContentRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, with a stable code (docs/errors.md). */
  public enum Why {
    /** A rule of the review is not kept; the findings say which. */
    RULES(3190),
    /** Whoever wrote a version may not approve it. */
    FOUR_EYES(3191),
    /** It has changed since it was looked at, or is in another state. */
    CHANGED(3192),
    UNKNOWN(3193),
    /** The key is taken, or a version is being worked on already. */
    TAKEN(3194),
    BAD_INPUT(3195),
    /** A file WeCom would not take. */
    MEDIA(3196);

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

  ContentRefused(Why why, String message) {
    super(message);
    this.why = why;
    this.findings = List.of();
  }

  ContentRefused(List<Finding> findings) {
    super(findings.getFirst().messageEn());
    this.why = Why.RULES;
    this.findings = List.copyOf(findings);
  }

  public Why why() {
    return why;
  }

  /** What the rules found; empty for every other reason. */
  public List<Finding> findings() {
    return findings;
  }
}
