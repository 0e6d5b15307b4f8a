package dev.siyu.replay;

import java.time.LocalDateTime;

/**
 * A line of refunds.csv; malls send no original order.
 *
 * @param refundedAt local time of the shop
 */
record RefundRow(String refundId, String customerId, LocalDateTime refundedAt, long amountCents) {}
