package dev.siyu.simulator.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Facts between a customer and a staff member. */
public sealed interface ContactFact extends Fact {

  String externalUserId();

  String staffUserId();

  /** {@code at}: what the callback tells as CreateTime; usually the moment of the fact. */
  record Added(
      String externalUserId,
      String unionId,
      String name,
      String staffUserId,
      @Nullable String state,
      String welcomeCode,
      Instant at,
      @Nullable String id)
      implements ContactFact {}

  record Left(String externalUserId, String staffUserId, boolean byCustomer, @Nullable String id)
      implements ContactFact {}

  record Replied(
      String externalUserId, String staffUserId, String text, String chatKey, @Nullable String id)
      implements ContactFact {}
}
