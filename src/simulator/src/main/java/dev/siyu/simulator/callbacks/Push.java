package dev.siyu.simulator.callbacks;

/** How one push ended. */
sealed interface Push {

  record Accepted() implements Push {}

  /** The app answered something else than 2xx. */
  record Refused(int status) implements Push {}

  /** No answer: nobody listens, or too slow. */
  record Unanswered(String why) implements Push {}
}
