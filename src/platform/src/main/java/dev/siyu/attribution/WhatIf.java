package dev.siyu.attribution;

import java.util.List;

/**
 * A draft tried out on real orders. Nothing is written.
 *
 * @param orders how many were looked at
 * @param changed how many would be divided otherwise
 * @param truncated the period has more; only the oldest were looked at
 */
public record WhatIf(
    int orders, int changed, boolean truncated, List<Line> lines, List<RuleUse> rules) {

  /**
   * Net of refunds, by the month of payment.
   *
   * @param month YYYY-MM
   * @param paidCents under the agreement in force
   * @param wouldCents under the draft
   */
  public record Line(String month, String department, long paidCents, long wouldCents) {}

  /** How often each rule of the draft matched. */
  public record RuleUse(String rule, int orders, long netCents) {}
}
