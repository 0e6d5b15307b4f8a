package dev.siyu.simulator.phone;

import java.time.Instant;

/** One thing on a customer's phone; {@code ref} is the id of a moment. */
record Bubble(Instant at, Kind kind, String who, String text, String ref) {

  Bubble(Instant at, Kind kind, String who, String text) {
    this(at, kind, who, text, "");
  }

  /** How it looks. */
  enum Kind {
    WELCOME,
    MASS_SEND,
    MOMENT,
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
    GROUP_MESSAGE,
    COUPON_REVOKED
  }
}
