package dev.siyu.groups;

import java.time.YearMonth;

/**
 * How often one group may be written to; the group rules keep it at run time.
 *
 * @param perDay messages in a calendar day
 * @param perMonth messages in a calendar month; 0: as many as it has days (WeCom, doc 92135)
 */
public record GroupCaps(int perDay, int perMonth) {

  public int in(YearMonth month) {
    return perMonth == 0 ? month.lengthOfMonth() : perMonth;
  }
}
