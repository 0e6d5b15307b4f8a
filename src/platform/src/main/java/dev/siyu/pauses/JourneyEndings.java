package dev.siyu.pauses;

/** Runs that a person ended: what was asked for and has not gone out yet is withdrawn. */
public interface JourneyEndings {

  /**
   * In the caller's transaction; again for the same run changes nothing.
   *
   * @param entry of the run, the occurrence of its touches
   */
  void end(String processId, String customerId, String entry, String reason, String actor);

  boolean isEnded(String processId, String customerId, String entry);
}
