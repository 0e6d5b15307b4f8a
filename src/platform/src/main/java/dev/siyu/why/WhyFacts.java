package dev.siyu.why;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one customer and one step.
 *
 * @param drawing of the latest run's version, else of the latest; null: no such journey
 * @param touches ledger rows of the step, newest first
 * @param run the customer's latest run of the journey
 */
record WhyFacts(
    String journey,
    String journeyName,
    String step,
    @Nullable DrawnJourney drawing,
    List<AskedTouch> touches,
    @Nullable Run run) {

  /** The welcome goes out before the journey starts; no drawing has it. */
  static final String WELCOME = "welcome";

  record AskedTouch(
      String state,
      @Nullable String rule,
      @Nullable String reason,
      @Nullable Instant notBefore,
      @Nullable String staff,
      Instant askedAt,
      Instant updatedAt) {}

  /**
   * @param steps in the order they were entered
   * @param flows that were taken
   * @param due the earliest moment the run waits for, with the element that waits
   * @param incident of an open incident: where and what
   */
  record Run(
      String state,
      Instant startedAt,
      @Nullable Instant endedAt,
      List<Visit> steps,
      List<String> flows,
      Verdict.@Nullable Ahead due,
      @Nullable Trouble incident) {

    boolean isActive() {
      return state.equals("ACTIVE");
    }

    List<String> at() {
      return steps.stream()
          .filter(visit -> visit.state().equals("ACTIVE"))
          .filter(visit -> !visit.isContainer())
          .map(Visit::id)
          .toList();
    }
  }

  record Visit(String id, String type, String state, @Nullable Instant at) {

    boolean isContainer() {
      return type.endsWith("SUB_PROCESS");
    }

    boolean isPassed() {
      return state.equals("COMPLETED");
    }
  }

  record Trouble(String at, String message) {}
}
