package dev.siyu.accounts;

import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A staff account (员工账号) as it is kept.
 *
 * @param openedAt when the account began its life at WeCom; its age decides what it may take
 * @param reason why it has its status, for people
 * @param restUntil when a RESTING account comes back by itself; null: when somebody says so
 * @param weight share of the adds against the others, 1..100
 * @param hours when it stands behind live codes
 * @param dailyCapacity adds a day once it is warm, 1..10000
 * @param zone where it works (IANA), so that customers of the same region go to it; null: anywhere
 */
public record Account(
    String userId,
    String name,
    Instant openedAt,
    Status status,
    String reason,
    Instant since,
    @Nullable Instant restUntil,
    int weight,
    Hours hours,
    int dailyCapacity,
    @Nullable String zone) {

  Account with(Status shown) {
    return new Account(
        userId,
        name,
        openedAt,
        shown,
        reason,
        since,
        restUntil,
        weight,
        hours,
        dailyCapacity,
        zone);
  }

  /** What an account may do; which may follow which is said here and nowhere else. */
  public enum Status {
    ACTIVE,
    /** Active, but too young to take as many as it could. Never stored: its age says so. */
    WARMING,
    RESTING,
    BANNED,
    LEFT;

    /** Whether adds may come in. */
    public boolean serves() {
      return this == ACTIVE || this == WARMING;
    }

    boolean mayBecome(Status next) {
      return switch (next) {
        case ACTIVE -> !serves();
        case WARMING -> false;
        case RESTING -> serves();
        case BANNED -> serves() || this == RESTING;
        case LEFT -> this != LEFT;
      };
    }
  }

  /** From, until; the same twice is the whole day; may go past midnight. */
  public record Hours(LocalTime from, LocalTime until) {

    public static final Hours ALWAYS = new Hours(LocalTime.MIN, LocalTime.MIN);

    public boolean include(LocalTime time) {
      if (from.equals(until)) {
        return true;
      }
      boolean after = !time.isBefore(from);
      boolean before = time.isBefore(until);
      return from.isBefore(until) ? after && before : after || before;
    }
  }
}
