package dev.siyu.attribution;

import dev.siyu.attribution.Evidence.Relation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose customer somebody is: the first who added them, until the protection period after the add
 * or the last order is over and somebody else adds them. A hand-over inside the company passes the
 * customer on at once.
 */
final class Ownership {

  private final List<Instant> paid;
  private final Duration protection;

  private Ownership(List<Instant> paid, Duration protection) {
    this.paid = paid;
    this.protection = protection;
  }

  /** Empty for nobody's customer, or when the window since the last contact is over. */
  static Optional<Relation> of(Evidence evidence, Terms terms) {
    var at = evidence.paidAt();
    var ownership = new Ownership(evidence.paidBefore(), Duration.ofDays(terms.protectionDays()));
    return ownership
        .holder(evidence.relations(), at)
        .filter(
            holder ->
                !ownership
                    .lastContact(holder, at, evidence.touchedAt())
                    .plus(Duration.ofDays(terms.windowDays()))
                    .isBefore(at));
  }

  private Optional<Relation> holder(List<Relation> oldestFirst, Instant at) {
    Relation holder = null;
    for (var relation : oldestFirst) {
      if (relation.since().isAfter(at)) {
        break;
      }
      if (holder == null || !isKept(holder, relation.since()) || isHandedOver(holder, relation)) {
        holder = relation;
      }
    }
    return Optional.ofNullable(holder).filter(last -> isOpen(last, at) || isKept(last, at));
  }

  private boolean isKept(Relation holder, Instant at) {
    return !lastContact(holder, at, null).plus(protection).isBefore(at);
  }

  private static boolean isHandedOver(Relation from, Relation to) {
    return Objects.equals(from.until(), to.since());
  }

  private static boolean isOpen(Relation relation, Instant at) {
    var until = relation.until();
    return until == null || until.isAfter(at);
  }

  private Instant lastContact(Relation holder, Instant at, @Nullable Instant touched) {
    return Stream.concat(paid.stream(), Stream.ofNullable(touched))
        .filter(one -> one.isAfter(holder.since()) && !one.isAfter(at))
        .max(Instant::compareTo)
        .orElse(holder.since());
  }
}
