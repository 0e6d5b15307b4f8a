package dev.siyu.fission;

import dev.siyu.calls.CallResult;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the steps of the journey do about one inviter. */
public interface FissionWork {

  /** A coupon the inviter has earned and the budget paid for, not issued yet. */
  record Reward(long id, int level, String template, int validDays) {}

  /** Key of the text the poster goes with. */
  String content(long inviterId);

  /** The poster as PNG with the inviter's own code, which is created on the first call. */
  CallResult<byte[]> poster(long inviterId, Instant now);

  void posted(long inviterId, Instant now);

  /**
   * Claims what the inviter's valid helpers have earned and the budget allows, each level once;
   * answers everything claimed and not issued.
   */
  List<Reward> claim(long inviterId, Instant now);

  void issued(long rewardId, @Nullable String couponCode, Instant now);

  /** Whether more helpers could still earn something. */
  boolean isOpen(long inviterId, Instant now);

  /** The watch is over: the code is retired and nothing is taken back any more. */
  CallResult<Boolean> settle(long inviterId, Instant now);
}
