package dev.siyu.web;

import org.jspecify.annotations.Nullable;

/** A request the web API refuses. */
final class ApiFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  final Problem problem;
  final @Nullable String details;

  ApiFailure(Problem problem, @Nullable String details) {
    super(problem.code + (details == null ? "" : " " + details), null, false, false);
    this.problem = problem;
    this.details = details;
  }
}
