package dev.siyu.mall;

import dev.siyu.calls.CallResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mall whose callbacks carry ids only: what they stand for is fetched. Every answer is the mall's
 * word of this moment; nothing in a callback is taken for a fact.
 */
public interface Shop {

  /** What a stored callback tells. */
  sealed interface Notice {

    /**
     * @param paid the mall says that it was paid; an answer that knows of no payment is too early
     */
    record OrderChanged(String orderId, boolean paid) implements Notice {}

    /**
     * @param refunded the mall says that money went back
     */
    record RefundChanged(String refundId, @Nullable String orderId, boolean refunded)
        implements Notice {}

    /** Without effect on orders; kept in the inbox. */
    record Other(String type) implements Notice {}
  }

  /** Source of its orders and name of its connector, e.g. {@code wxstore}. */
  String source();

  /** Leaves it alone while it is down. */
  Breaker breaker();

  /**
   * @throws MalformedMallEvent when a known type lacks what it must have
   */
  Notice read(byte[] body);

  /** How long after a callback the mall wants to be left alone before it can answer. */
  Duration settling();

  /** Empty: the mall does not know it (yet). */
  CallResult<Optional<MallOrder>> order(String orderId);

  /** Empty: the mall does not know it (yet). */
  CallResult<Optional<MallRefund>> refund(String refundId);

  /** Asks who a buyer is when orders do not tell; empty: the mall does not know. */
  CallResult<Optional<String>> unionId(String openId);

  /** A callback of our own making, for what only the mall's list told. */
  byte[] notice(boolean refund, String id, @Nullable String orderId, Instant at);
}
