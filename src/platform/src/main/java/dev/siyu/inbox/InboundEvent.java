package dev.siyu.inbox;

import java.time.Instant;

/**
 * A verified event from outside, not yet acted on.
 *
 * @param dedupeKey hash over the whole decrypted body (a coarser key loses customers in bursts)
 * @param subject whom it is about (external user id or union id); events of one subject keep order
 * @param body the decrypted bytes, stored as they came
 */
public record InboundEvent(
    Source source, String type, String subject, String dedupeKey, byte[] body, Instant occurredAt) {

  /** Who sent it. */
  public enum Source {
    WECOM,
    /** The generic signed webhook: carries everything. */
    MALL,
    /** WeChat Store: carries ids, the rest is fetched. */
    WXSTORE,
    /** Youzan: carries ids we trust, the rest is fetched. */
    YOUZAN
  }
}
