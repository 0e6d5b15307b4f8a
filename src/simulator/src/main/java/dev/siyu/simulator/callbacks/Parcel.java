package dev.siyu.simulator.callbacks;

import java.time.Instant;

/**
 * Something the app must be told.
 *
 * @param id the fact's id
 * @param subject parcels of one subject are delivered in order
 * @param kind for faults and counts, for example {@code add_external_contact}
 * @param content XML or JSON before encryption or signature
 */
record Parcel(String id, String subject, String kind, String content, Instant at) {}
