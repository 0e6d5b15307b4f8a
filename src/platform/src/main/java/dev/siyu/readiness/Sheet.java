package dev.siyu.readiness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of the assessment with everything that was said in it.
 *
 * @param owners who fills a section in, by WeCom user id; nobody: whoever may
 * @param figures as they were when the conclusion was worked out; before that as they are now
 */
public record Sheet(
    int version,
    String programme,
    State state,
    int revision,
    String openedBy,
    Instant openedAt,
    Map<Section, String> owners,
    Figures.Estimate estimate,
    Map<String, Answer> answers,
    List<Gap> gaps,
    Figures figures,
    @Nullable Conclusion conclusion,
    @Nullable Decision decision) {

  /**
   * @param score 0 to {@link Question#BEST}
   */
  public record Answer(int score, String evidence, String by, Instant at) {}

  /**
   * @param owner WeCom user id
   * @param task the staff task it became after the sign-off; null before
   * @param taskState state of that task; null before
   */
  public record Gap(
      long id,
      Section section,
      String title,
      String owner,
      LocalDate due,
      @Nullable Long task,
      @Nullable String taskState) {}

  /**
   * @param verdict GO, CONDITIONS or STOP
   * @param reason as the decision table says it
   */
  public record Conclusion(
      Quadrant quadrant, Scores scores, State verdict, String reason, Instant at) {}

  /** How the sign-off ended. */
  public record Decision(String ending, List<String> deciders, String reason, Instant at) {}
}
