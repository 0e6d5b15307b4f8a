package dev.siyu.attribution;

import java.time.YearMonth;

/**
 * A settlement came to another state by itself or by people's decision. Published inside the
 * changing transaction.
 *
 * @param to DONE when everything due is final, or when the statements were rejected; CLOSED when
 *     they were approved
 */
public record SettlementChanged(
    YearMonth month, Settlements.State from, Settlements.State to, String reason) {}
