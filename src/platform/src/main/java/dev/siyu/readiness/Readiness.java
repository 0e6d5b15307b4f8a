package dev.siyu.readiness;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where people fill an assessment in. Every act names the version and revision the person saw; each
 * throws {@link ReadinessRefused} and changes nothing when it cannot be done. A change while others
 * are asked to sign takes the request back.
 */
public interface Readiness {

  /** What a person looks at. */
  record Seen(int version, int revision) {}

  /** A version in the list. */
  record Line(int version, String programme, State state, String openedBy, java.time.Instant at) {}

  /**
   * @param score 0 to {@link Question#BEST}
   * @param evidence at most 1000 characters
   */
  record Said(String question, int score, String evidence) {}

  /**
   * @param owner WeCom user id of who closes the gap
   * @param due later than today
   */
  record Plan(Section section, String title, String owner, LocalDate due) {}

  /** Newest first. */
  List<Line> versions();

  Optional<Sheet> find(int version);

  /** What is missing before it can be submitted. */
  List<Finding> missing(Sheet sheet);

  /** Starts the next version with the answers of the last one; one at a time. */
  int open(String programme, Map<Section, String> owners, String actor);

  Seen answer(Seen seen, List<Said> said, String actor);

  Seen estimate(Seen seen, Figures.Estimate estimate, String actor);

  Seen plan(Seen seen, Plan gap, String actor);

  Seen drop(Seen seen, long gap, String actor);

  /** Everything is filled in: the conclusion is worked out and people are asked to sign. */
  Seen submit(Seen seen, String actor);

  /** Ends it without a result. */
  Seen withdraw(Seen seen, String reason, String actor);
}
