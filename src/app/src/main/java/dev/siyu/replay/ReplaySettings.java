package dev.siyu.replay;

import java.net.URI;
import java.util.List;

/**
 * @param sample whether a replay is allowed
 * @param simulator where the outside is told what happens
 * @param staff WeCom user ids customers add, in turn; those of the live codes
 */
record ReplaySettings(boolean sample, URI simulator, List<String> staff) {

  ReplaySettings {
    if (staff.isEmpty()) {
      throw new IllegalArgumentException("siyu.live-codes.staff: empty (expected: at least one)");
    }
    staff = List.copyOf(staff);
  }
}
