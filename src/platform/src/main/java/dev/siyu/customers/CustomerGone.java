package dev.siyu.customers;

import java.time.Instant;

/**
 * Nobody of the staff has the customer as a contact any more. Published inside the transaction that
 * recorded it, in which the customer is held.
 */
public record CustomerGone(CustomerId customer, Instant at) {}
