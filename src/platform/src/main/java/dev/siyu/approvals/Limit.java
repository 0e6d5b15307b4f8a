package dev.siyu.approvals;

/**
 * What the limits say about a request.
 *
 * @param hours working hours each level has
 * @param second whether somebody of a higher level signs after them
 */
record Limit(Who who, int hours, boolean second, String reason) {

  /** Who may decide alone. */
  enum Who {
    /** Nobody needs to be asked. */
    SYSTEM,
    DEPARTMENT_MANAGER,
    /** A manager of each department concerned, at the same time. */
    ALL_DEPARTMENTS,
    BOSS
  }

  static final int LONGEST_HOURS = 400;
}
