package dev.siyu.touchpoints;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A touch somebody asks for.
 *
 * @param content what is said or given: a content key, a coupon template, a tag list
 * @param nudgesSince set when the touch wants the customer to buy: it is refused when they paid
 *     after this moment
 * @param elementInstanceKey the engine's key of the asking step, or 0 outside the engine
 * @param answers moment of the event this touch answers; a welcome must give the time of the add,
 *     its 20 s window counts from there
 * @param priority whether it may use what is left of a quota
 */
public record Touch(
    TouchKey key,
    Medium medium,
    String content,
    @Nullable String staffUserId,
    @Nullable Instant nudgesSince,
    long elementInstanceKey,
    @Nullable Instant answers,
    Priority priority) {

  /** A touch of normal priority. */
  public Touch(
      TouchKey key,
      Medium medium,
      String content,
      @Nullable String staffUserId,
      @Nullable Instant nudgesSince,
      long elementInstanceKey,
      @Nullable Instant answers) {
    this(
        key,
        medium,
        content,
        staffUserId,
        nudgesSince,
        elementInstanceKey,
        answers,
        Priority.NORMAL);
  }

  /** A touch of normal priority that answers no event. */
  public Touch(
      TouchKey key,
      Medium medium,
      String content,
      @Nullable String staffUserId,
      @Nullable Instant nudgesSince,
      long elementInstanceKey) {
    this(key, medium, content, staffUserId, nudgesSince, elementInstanceKey, null);
  }
}
