package dev.siyu.replay;

import java.time.LocalDateTime;

/**
 * A line of orders.csv.
 *
 * @param paidAt local time of the shop
 */
record OrderRow(
    String orderId,
    String customerId,
    LocalDateTime paidAt,
    long amountCents,
    int lineCount,
    String country) {}
