package dev.siyu.entries;

import java.util.List;
import java.util.Set;

/**
 * Runs at a chosen version. The engine starts only its latest version by message, and keeps a
 * customer from being inside twice only for runs it started so; both are seen to here.
 */
public interface ChosenRuns {

  /**
   * A run that is wanted.
   *
   * @param key one run for each, however often it is asked for
   * @param before elements it begins at
   * @param variables as JSON; {@code chosenRun} is added
   * @param messages start messages of the journey; none lets the customer in again meanwhile
   */
  record Order(
      String key,
      String processId,
      String customerId,
      long definitionKey,
      List<String> before,
      String variables,
      Set<String> messages) {

    public Order {
      before = List.copyOf(before);
      messages = Set.copyOf(messages);
    }
  }

  /** How far an order is. */
  sealed interface Outcome {
    record Running(long instanceKey) implements Outcome {}

    /** Ask again, the answer is not clear yet. */
    record Later(String why) implements Outcome {}

    /** The engine will never do it; the order is dropped. */
    record Refused(String why) implements Outcome {}
  }

  /** Keeps the customer out from now on, before the run is asked for. */
  void reserve(Order order);

  /** Lets the customer in again when no run was asked for under the key. */
  void release(String key);

  Outcome start(Order order);
}
