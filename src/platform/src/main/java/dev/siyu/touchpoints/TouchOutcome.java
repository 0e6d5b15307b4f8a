package dev.siyu.touchpoints;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Every way a touch can end, as the asking step sees it. */
public sealed interface TouchOutcome {

  record Sent(@Nullable String providerId) implements TouchOutcome {}

  /** Made before under the same key; a success, because the customer has it once. */
  record AlreadySent(@Nullable String providerId) implements TouchOutcome {}

  /** Handed to a staff member who must confirm it; not sent yet. */
  record Queued(String providerId) implements TouchOutcome {}

  /** A contact rule said no; {@code notBefore} null means: not at all. */
  record Refused(String rule, String reason, @Nullable Instant notBefore) implements TouchOutcome {}

  /** The other side said no for good. */
  record Declined(String code, String reason) implements TouchOutcome {}

  record Retryable(String code, String reason, Duration after) implements TouchOutcome {}

  record Broken(String code, String reason) implements TouchOutcome {}

  /** The call got no answer; a reconciler or a person decides, nobody resends. */
  record Unknown(String code, String reason) implements TouchOutcome {}
}
