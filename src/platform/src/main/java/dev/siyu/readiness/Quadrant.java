package dev.siyu.readiness;

/** Purchase frequency x gross margin (频次 × 毛利): whether private domain pays at all. */
public enum Quadrant {
  /** Do it, with 3,000 to 5,000 seed users. */
  HIGH_HIGH,
  /** Do it, with about 1,000 seed users. */
  LOW_FREQUENCY_HIGH_MARGIN,
  /** Only when star products raise the margin: the first orders do not pay for the service. */
  HIGH_FREQUENCY_LOW_MARGIN,
  /** Don't. */
  LOW_LOW;

  /**
   * @param frequency orders per buyer and year, in hundredths
   * @param marginBp gross margin, basis points
   */
  static Quadrant of(int frequency, int marginBp, ReadinessSettings limits) {
    boolean often = frequency >= limits.frequency();
    boolean dear = marginBp >= limits.margin();
    if (often) {
      return dear ? HIGH_HIGH : HIGH_FREQUENCY_LOW_MARGIN;
    }
    return dear ? LOW_FREQUENCY_HIGH_MARGIN : LOW_LOW;
  }

  /** Seed users that gate 0 → 1 wants; 0: none, because it is not done. */
  int seedUsers(ReadinessSettings limits) {
    return switch (this) {
      case HIGH_HIGH, HIGH_FREQUENCY_LOW_MARGIN -> limits.seedUsers();
      case LOW_FREQUENCY_HIGH_MARGIN -> limits.seedUsersSeldom();
      case LOW_LOW -> 0;
    };
  }
}
