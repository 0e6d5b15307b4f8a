package dev.siyu.selections;

import java.time.Instant;

/** The steps of the journey product-selection; each may be repeated. {@code key}: e.g. s3. */
public interface SelectionWork {

  /** What people are waited for. */
  enum Step {
    CHOICE,
    REVIEW
  }

  /** Counts the candidates from the orders; answers how many there are. */
  int measure(String key, Instant now);

  /** Notes a reminder; answers how often at this step. */
  int remind(String key, Step about, Instant now);

  void askSignOff(String key, Instant now);

  /** Ends it: NOT_CHOSEN or EXPIRED. */
  void close(String key, RoundState how, Instant now);

  /** Changes the matrix at once; false when what was signed is not what would take effect. */
  boolean apply(String key, Instant now);

  /** Counts what the selected products achieved; answers how many. */
  int review(String key, Instant now);

  /** Opens the next round with what stays; answers the round that is open then, e.g. s4. */
  String openNext(String key, Instant now);
}
