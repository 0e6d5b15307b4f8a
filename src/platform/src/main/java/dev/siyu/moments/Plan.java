package dev.siyu.moments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A moment as it is kept while something is to be done about it.
 *
 * @param claimedAt when its creation was begun
 * @param openedAt when members could publish
 * @param doneUntil steps up to this moment are done
 */
record Plan(
    long id,
    String content,
    List<String> tags,
    Instant publishAt,
    MomentState state,
    @Nullable String said,
    @Nullable String jobId,
    @Nullable String momentId,
    @Nullable Instant claimedAt,
    @Nullable Instant openedAt,
    @Nullable Instant doneUntil,
    @Nullable StopFor stopFor,
    @Nullable Instant figuresUntil) {

  /** Why it is stopped. */
  enum StopFor {
    TIME_OUT,
    PERSON
  }
}
