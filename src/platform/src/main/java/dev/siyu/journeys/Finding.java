package dev.siyu.journeys;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a drawing.
 *
 * @param elementId the shape it is about, or null for the whole drawing
 * @param rule stable name of the rule, see docs/lint.md
 * @param message for the person who draws, Chinese
 * @param messageEn the same in English
 * @param withinDays for contacts too close together: the days that are looked at, else null
 */
public record Finding(
    @Nullable String elementId,
    String rule,
    Severity severity,
    String message,
    String messageEn,
    @Nullable Integer withinDays) {

  Finding(
      @Nullable String elementId,
      String rule,
      Severity severity,
      String message,
      String messageEn) {
    this(elementId, rule, severity, message, messageEn, null);
  }

  Finding within(int days) {
    return new Finding(elementId, rule, severity, message, messageEn, days);
  }

  /** Only an ERROR keeps a drawing from being deployed. */
  public enum Severity {
    ERROR,
    WARNING
  }
}
