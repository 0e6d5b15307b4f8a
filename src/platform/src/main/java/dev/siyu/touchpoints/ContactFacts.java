package dev.siyu.touchpoints;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the contact rules look at.
 *
 * @param known whether we have this customer at all
 * @param relatedSince since when the asked staff member (or anybody, when none is named) has the
 *     customer as a contact; null when nobody has
 * @param leftAt when such a relation last ended
 * @param lastPaidAt latest order that is not fully refunded
 * @param contentApproved whether there is an approved text under the touch's content key
 * @param made touches of the last 32 days that reached or may reach the customer, oldest first
 */
record ContactFacts(
    boolean known,
    boolean consent,
    ZoneId zone,
    @Nullable Instant relatedSince,
    @Nullable Instant leftAt,
    @Nullable Instant lastPaidAt,
    boolean contentApproved,
    List<Made> made) {

  /** A touch that was made before; it counts from the moment it was claimed. */
  record Made(Medium medium, String staffUserId, Instant at) {}

  static ContactFacts unknownCustomer() {
    return new ContactFacts(false, false, ZoneOffset.UTC, null, null, null, false, List.of());
  }

  /** The same without one touch of that medium claimed at that moment. */
  ContactFacts without(Medium medium, Instant claimedAt) {
    var others = new ArrayList<>(made);
    var moment = claimedAt.truncatedTo(ChronoUnit.MILLIS);
    others.stream()
        .filter(one -> one.medium() == medium && one.at().equals(moment))
        .findFirst()
        .ifPresent(others::remove);
    return new ContactFacts(
        known, consent, zone, relatedSince, leftAt, lastPaidAt, contentApproved, others);
  }

  List<Instant> madeBy(Medium medium) {
    return made.stream().filter(touch -> touch.medium() == medium).map(Made::at).toList();
  }
}
