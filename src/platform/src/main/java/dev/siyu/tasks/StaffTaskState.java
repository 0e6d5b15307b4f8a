package dev.siyu.tasks;

import java.util.Arrays;

/** Where a staff task stands. */
public enum StaffTaskState {
  OPEN,
  POSTPONED,
  DONE,
  HANDED_OVER,
  EXPIRED;

  /** The only place that says how a staff task may move on. */
  boolean canBecome(StaffTaskState next) {
    return switch (this) {
      case OPEN -> next != OPEN;
      case POSTPONED -> true;
      case DONE, HANDED_OVER, EXPIRED -> false;
    };
  }

  public boolean isOpen() {
    return this == OPEN || this == POSTPONED;
  }

  /** The states that may become {@code next}, as SQL wants them. */
  static String[] before(StaffTaskState next) {
    return Arrays.stream(values())
        .filter(state -> state.canBecome(next))
        .map(Enum::name)
        .toArray(String[]::new);
  }
}
