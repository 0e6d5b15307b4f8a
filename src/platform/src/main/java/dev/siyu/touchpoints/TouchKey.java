package dev.siyu.touchpoints;

import dev.siyu.customers.CustomerId;

/**
 * The business key of a touch: this customer, in this journey, at this step, this time.
 *
 * @param occurrence tells a legitimate repetition from a retry, e.g. the entry id of the journey
 */
public record TouchKey(CustomerId customer, String journey, String step, String occurrence) {}
