package dev.siyu.touchpoints;

/** The way a touch reaches the customer; each has its own caps and quotas. */
public enum Medium {
  /** The one answer to an add, inside WeCom's 20 s window. */
  WELCOME,
  /** A mass-send task (群发) that a staff member has to confirm. */
  MASS_SEND,
  /** A coupon put into the customer's mall account; silent. */
  COUPON,
  /** A change of tags or remark; the customer does not see it. */
  TAG
}
