package dev.siyu.replay;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * What was read from the files, and what could not be.
 *
 * @param contacts when customers became contacts, where the recording knows it
 * @param lines of orders, by their id, where the recording knows them
 */
record Recording(
    List<OrderRow> orders,
    List<RefundRow> refunds,
    Map<String, LocalDateTime> contacts,
    Map<String, List<LineRow>> lines,
    List<RowError> errors) {}
