package dev.siyu.drafts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody draws before it is deployed; each person has one draft of a journey. */
public interface Drafts {

  /**
   * @param baseVersion the deployed version it began with, 0: none
   */
  record Draft(String processId, String xml, int baseVersion, Instant savedAt) {}

  /** Somebody else who changed a draft of the same journey within a day. */
  record Other(String author, Instant savedAt) {}

  record Desk(@Nullable Draft mine, List<Other> others) {}

  Desk desk(String processId, String author);

  /**
   * Keeps it in place of what this person had; what is no drawing yet is kept too.
   *
   * @param xml at most 1 MB
   */
  Desk save(String processId, String author, String xml, int baseVersion);

  /** Safe to repeat. */
  void discard(String processId, String author);

  /** The person's drafts, last changed first, at most 100, without what is drawn. */
  List<Draft> of(String author);
}
