package dev.siyu.disputes;

import java.time.Instant;

/** The steps of the journey dispute; each may be repeated. {@code key}: e.g. D3. */
public interface DisputeWork {

  /**
   * @param nextAt when to chase them next
   * @param givenUp it is decided without those who are silent
   */
  record Chased(Instant nextAt, boolean givenUp) {}

  /** Tells the other departments what is contested. */
  Instant ask(String key, Instant now);

  /** Reminds, then tells the boss, then gives up; done at once when nobody is silent. */
  Chased chase(String key, Instant now);

  /** Puts it up to whoever may decide; nothing happens when it is over. */
  void askRuling(String key, Instant now);

  /** Ends what nobody decided. */
  void close(String key, Instant now);

  /** Tells all parties how it ended. */
  void tell(String key, Instant now);
}
