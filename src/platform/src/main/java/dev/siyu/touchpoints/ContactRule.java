package dev.siyu.touchpoints;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reason not to contact a customer; a pure function of the facts. */
record ContactRule(String name, Set<Medium> media, Check check) {

  /** What is asked, what is known, and when it is. */
  record Question(
      Touch touch, ContactFacts facts, RuleSettings settings, ZoneId companyZone, Instant now) {}

  /** {@code notBefore} null means: not at all. */
  record Refusal(String rule, String reason, @Nullable Instant notBefore) {}

  /** Empty when the rule has nothing against the touch. */
  @FunctionalInterface
  interface Check {
    Optional<Objection> apply(Question question);
  }

  record Objection(String reason, @Nullable Instant notBefore) {}

  Optional<Refusal> apply(Question question) {
    return media.contains(question.touch().medium())
        ? check
            .apply(question)
            .map(objection -> new Refusal(name, objection.reason(), objection.notBefore()))
        : Optional.empty();
  }
}
