package dev.siyu.content;

import java.time.Instant;

/** What the steps of the content pipeline do with a version. */
public interface ContentRounds {

  /** What people are waited for. */
  enum Step {
    DRAFT,
    REVIEW,
    PUBLISH
  }

  /**
   * Notes that a step is overdue, for the content page; answers how often that was for this step.
   */
  int remind(String key, int version, Step step, Instant now);

  /** Counts what the version has achieved so far and keeps it with the version. */
  ContentLibrary.Figures measure(String key, int version, Instant now);
}
