package dev.siyu.touchpoints;

/** Which touch comes first when a quota runs low. */
public enum Priority {
  /** 重要: uses whatever is left. */
  IMPORTANT,
  /** 普通: leaves what is reserved for important ones. */
  NORMAL,
  /** 可放弃: leaves what is reserved for all others. */
  MINOR
}
