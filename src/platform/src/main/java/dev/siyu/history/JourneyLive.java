package dev.siyu.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a journey looks like while it runs: where time goes, where customers are lost, what is
 * stuck.
 */
public interface JourneyLive {

  /**
   * An element over the latest runs.
   *
   * @param runs that entered it, or were ended at it
   * @param averageSeconds how long they stayed, 0 when nobody has left yet
   * @param dropped runs whose last step it was and that were ended there by something else
   */
  record Heat(String elementId, long runs, long averageSeconds, long dropped) {}

  /**
   * Open incidents with one cause.
   *
   * @param message with each number replaced by #
   * @param sample of a run it concerns
   */
  record Cause(String elementId, String errorType, String message, long count, long sample) {}

  /** An incident to try again; {@code jobKey} null when it is not about a job. */
  record Stuck(long incidentKey, @Nullable Long jobKey) {}

  /** Over the latest 2,000 runs of a version, or of all when it is null. */
  List<Heat> heat(String processId, @Nullable Integer version);

  /** Most frequent first, at most 50. */
  List<Cause> causes(String processId, @Nullable Integer version);

  /** Open incidents of one cause, oldest first. */
  List<Stuck> stuck(
      String processId,
      @Nullable Integer version,
      String elementId,
      String errorType,
      String message,
      int limit);
}
