package dev.siyu.accounts;

import java.util.List;

/** How an account fares, with every reason. */
public record Health(Level level, List<Reason> reasons) {

  /** From well to bad; BAD accounts leave the live codes. */
  public enum Level {
    GOOD,
    CAREFUL,
    BAD
  }

  /**
   * One finding.
   *
   * @param rule name of the rule that found it
   * @param figure what was counted
   * @param limit from where on it counts as {@code level}
   */
  public record Reason(String rule, Level level, long figure, long limit) {}
}
