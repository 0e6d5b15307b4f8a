package dev.siyu.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a refusal instead of a stack trace. */
class RefusalAnalyzer extends AbstractFailureAnalyzer<Refusal> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, Refusal cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.todo(), cause);
  }
}
