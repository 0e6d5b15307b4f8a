package dev.siyu.replay;

import java.util.List;

/** What was read from the files, and what could not be. */
record Recording(List<OrderRow> orders, List<RefundRow> refunds, List<RowError> errors) {}
