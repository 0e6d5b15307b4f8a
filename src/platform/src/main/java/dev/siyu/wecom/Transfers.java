package dev.siyu.wecom;

import dev.siyu.calls.CallResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands customers from one member to another (在职继承, 离职继承; docs 92125, 94081, 94088). */
public interface Transfers {

  /** The members; {@code resigned} when the one who hands over has left the corp. */
  record Pair(String fromUserId, String toUserId, boolean resigned) {}

  /** How a transfer ended or stands (transfer_result, status 1..5). */
  enum Status {
    TAKEN_OVER,
    WAITING,
    REFUSED,
    RECEIVER_FULL,
    NO_RECORD
  }

  /**
   * @param takenOverAt for TAKEN_OVER and WAITING: when the receiver took or will take over
   */
  record Result(String externalUserId, Status status, @Nullable Instant takenOverAt) {}

  /**
   * Asks for the transfer of at most 100 customers, which takes effect after 24 h unless a customer
   * refuses.
   *
   * @return per external user id WeCom's code: 0 started, 40128 too often within 90 days, ...
   */
  CallResult<Map<String, Integer>> start(Pair pair, List<String> externalUserIds, String message);

  /** All transfers between the two, as many as there are. */
  CallResult<List<Result>> results(Pair pair);
}
