package dev.siyu.moments;

import java.util.Arrays;
import java.util.Set;

/** Where a moment stands; created is not published. */
public enum MomentState {
  PLANNED,
  /** add_moment_task is under way. */
  CREATING,
  /** WeCom builds it, for up to 24 hours. */
  BUILDING,
  /** Members may publish it. */
  OPEN,
  /** WeCom was asked to stop it; a member may have been faster. */
  STOPPING,
  /** The creation got no answer: it is looked up, and never created again. */
  UNKNOWN,
  PUBLISHED,
  /** Some members published it, the others can no longer. */
  PARTLY,
  TIMED_OUT,
  CANCELLED,
  /** A rule or WeCom said no before anybody was asked. */
  REFUSED;

  /** The only place that says how a moment may move on. */
  boolean canBecome(MomentState next) {
    return switch (this) {
      case PLANNED -> Set.of(CREATING, REFUSED, CANCELLED).contains(next);
      case CREATING -> Set.of(PLANNED, BUILDING, UNKNOWN, REFUSED).contains(next);
      case BUILDING -> Set.of(OPEN, UNKNOWN, REFUSED).contains(next);
      case UNKNOWN -> next == OPEN || next == CANCELLED;
      case OPEN -> next == STOPPING || next == PUBLISHED;
      case STOPPING -> Set.of(PUBLISHED, PARTLY, TIMED_OUT, CANCELLED).contains(next);
      case PUBLISHED, PARTLY, TIMED_OUT, CANCELLED, REFUSED -> false;
    };
  }

  boolean isOpen() {
    return Arrays.stream(values()).anyMatch(this::canBecome);
  }

  /** The states that may become {@code next}, as SQL wants them. */
  static String[] before(MomentState next) {
    return Arrays.stream(values())
        .filter(state -> state.canBecome(next))
        .map(Enum::name)
        .toArray(String[]::new);
  }
}
