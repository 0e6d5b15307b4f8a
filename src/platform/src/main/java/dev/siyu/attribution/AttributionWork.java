package dev.siyu.attribution;

import java.time.Instant;

/** The step of the journey attribution-approval; may be repeated. */
public interface AttributionWork {

  /**
   * Decides a rejected order anew with everything known by now. False when that would say the same:
   * then it waits for a correction, and finance is told.
   */
  boolean reckonAgain(String approvalId, Instant now);
}
