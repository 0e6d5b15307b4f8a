package dev.siyu.simulator.phone;

import java.time.Instant;

/** One thing on a customer's phone. */
record Bubble(Instant at, Kind kind, String who, String text) {

  /** How it looks. */
  enum Kind {
    WELCOME,
    MASS_SEND,
    COUPON,
    OWN,
    ADDED,
    LEFT,
    REMOVED,
    PAID,
    REFUNDED,
    COUPON_USED,
    APP_MESSAGE,
    GROUP_JOINED,
    GROUP_LEFT,
    GROUP_MESSAGE
  }
}
