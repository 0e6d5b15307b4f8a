package dev.siyu.engine;

/** Asked before a message without patience is published: by which way a customer enters. */
public interface EntryGate {

  /**
   * A message that may start a journey.
   *
   * @param key of the announcement
   * @param customerId its correlation key
   * @param variables as JSON
   */
  record Entry(String key, String message, String customerId, String variables) {}

  /** What becomes of it. */
  sealed interface Way {
    /** The engine starts its latest version, and keeps out who is inside. */
    record ByMessage() implements Way {}

    /** Nothing is left to publish, for the reason given. */
    record Settled(String note) implements Way {}

    /** Cannot be said yet; asked again soon. */
    record Later(String why) implements Way {}
  }

  /** Must be quick for messages no journey is launched with; may be asked again for the same. */
  Way way(Entry entry);

  /** Where every journey has one version for everybody. */
  EntryGate OPEN = entry -> new Way.ByMessage();
}
