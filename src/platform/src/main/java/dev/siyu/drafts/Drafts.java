package dev.siyu.drafts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody draws before it is deployed; each person has one draft of a journey. */
public interface Drafts {

  /**
   * @param name of the journey as it is drawn, its id when it has none
   * @param baseVersion the deployed version it began with, 0: none
   * @param revision another number each time it is saved
   */
  record Draft(
      String processId, String name, String xml, int baseVersion, long revision, Instant savedAt) {}

  /** Somebody else who changed a draft of the same journey within a day. */
  record Other(String author, Instant savedAt) {}

  /** One's own draft that was saved over from another window, and put aside. */
  record Aside(long id, int baseVersion, Instant savedAt) {}

  record Desk(@Nullable Draft mine, List<Other> others, List<Aside> aside) {}

  /**
   * @param name of the journey as it is drawn, at most 200 characters; empty: by its id
   * @param seen the revision this window knows of, 0: none
   */
  record Drawn(String name, String xml, int baseVersion, long seen) {}

  Desk desk(String processId, String author);

  /**
   * Keeps it in place of what this person had; what is no drawing yet is kept too. A draft that
   * this window has not seen is put aside first, at most five of them.
   *
   * @param drawn at most 1 MB
   */
  Desk save(String processId, String author, Drawn drawn);

  /** Safe to repeat. */
  void discard(String processId, String author);

  /** What was put aside, as it was. */
  Optional<Draft> aside(String processId, String author, long id);

  /** Safe to repeat. */
  void discardAside(String processId, String author, long id);

  /** The person's drafts, last changed first, at most 100, without what is drawn. */
  List<Draft> of(String author);
}
