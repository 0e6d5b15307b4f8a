package dev.siyu.simulator.wecom;

import java.time.Instant;

/**
 * One customer on the way from one member to another.
 *
 * @param status 1 taken over, 2 waiting, 3 refused, 4 the receiver is full (doc 94088)
 * @param endsAt when it ends by itself; once it has ended, when it did
 */
record Transfer(
    String fromUserId,
    String toUserId,
    String externalUserId,
    boolean resigned,
    Instant startedAt,
    Instant endsAt,
    boolean refuses,
    int status) {

  static final int TAKEN_OVER = 1;
  static final int WAITING = 2;
  static final int REFUSED = 3;
  static final int FULL = 4;

  boolean open() {
    return status == WAITING;
  }

  Transfer ended(int as, Instant at) {
    return new Transfer(fromUserId, toUserId, externalUserId, resigned, startedAt, at, refuses, as);
  }
}
