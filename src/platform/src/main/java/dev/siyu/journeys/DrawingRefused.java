package dev.siyu.journeys;

import java.util.List;

/** A drawing that may not be deployed, with everything that is wrong with it. */
public final class DrawingRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  public DrawingRefused(List<Finding> findings) {
    super("SIYU-4020 drawing refused: " + findings.size() + " finding(s), " + findings.getFirst());
    this.findings = List.copyOf(findings);
  }

  public String code() {
    return "SIYU-4020";
  }

  public List<Finding> findings() {
    return findings;
  }
}
