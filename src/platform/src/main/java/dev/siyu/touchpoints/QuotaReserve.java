package dev.siyu.touchpoints;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of a quota of mass sends to one customer is kept for whom.
 *
 * @param important kept for important touches, 0 or more
 * @param normal kept for normal touches beside that, so that minor ones do not use it up
 */
record QuotaReserve(@DefaultValue("0") int important, @DefaultValue("0") int normal) {

  QuotaReserve {
    if (important < 0 || normal < 0) {
      throw new IllegalArgumentException(
          "siyu.rules reserve: " + important + ", " + normal + " (expected: 0 or more)");
    }
  }

  /** What a touch of this priority must leave to others. */
  int before(Priority priority) {
    return switch (priority) {
      case IMPORTANT -> 0;
      case NORMAL -> important;
      case MINOR -> important + normal;
    };
  }
}
