package dev.siyu.touchpoints;

import java.time.YearMonth;

/**
 * How often one customer may be reached, over all journeys; the contact rules keep it at run time.
 *
 * @param messagesPerDay within 24 h
 * @param messagesPerWeek within 7 days
 * @param couponsPerDay within 24 h
 * @param couponsPerWeek within 7 days
 * @param memberPerDay messages of one member in a calendar day
 * @param perMonth messages in a calendar month; 0: as many as it has days (WeCom, doc 92135)
 */
public record ContactCaps(
    int messagesPerDay,
    int messagesPerWeek,
    int couponsPerDay,
    int couponsPerWeek,
    int memberPerDay,
    int perMonth) {

  public int in(YearMonth month) {
    return perMonth == 0 ? month.lengthOfMonth() : perMonth;
  }
}
