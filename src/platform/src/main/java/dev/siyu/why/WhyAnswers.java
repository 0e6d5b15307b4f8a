package dev.siyu.why;

import java.util.List;
import java.util.Optional;

/** Answers about one customer and one step, from the ledger and the history; asks nobody else. */
public interface WhyAnswers {

  /** A journey and those of its steps that touch customers, in the order they come. */
  record Choice(String journey, String name, boolean visited, List<StepChoice> steps) {}

  /**
   * @param content what the step says or gives, as the drawing has it; empty for the welcome
   */
  record StepChoice(String step, String name, String content) {}

  /** Every deployed journey; those the customer was in come first. */
  List<Choice> choices(String customerId);

  /** Empty when there is no such customer. */
  Optional<Verdict> answer(String customerId, String journey, String step);
}
