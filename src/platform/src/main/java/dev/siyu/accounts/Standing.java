package dev.siyu.accounts;

/**
 * How an account stands at a moment; its account shows WARMING while it is young.
 *
 * @param limitToday adds it may take today, by age and capacity
 * @param complaintsInWeek complaints people reported in the last seven days
 */
public record Standing(
    Account account,
    long ageDays,
    int addsToday,
    int limitToday,
    int addsInWeek,
    int lostInWeek,
    int complaintsInWeek,
    Health health) {

  /** Adds it may still take today. */
  public int remaining() {
    return Math.max(0, limitToday - addsToday);
  }
}
