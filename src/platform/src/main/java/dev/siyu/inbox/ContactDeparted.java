package dev.siyu.inbox;

import dev.siyu.customers.CustomerId;
import java.time.Instant;

/** Told in the event's transaction when a customer left the last of our members. */
public record ContactDeparted(CustomerId customer, Instant at) {}
