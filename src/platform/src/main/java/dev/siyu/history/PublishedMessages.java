package dev.siyu.history;

/** Messages the engine is known to have accepted. */
public interface PublishedMessages {

  /**
   * True when a message with this id was published. False means "not exported yet" as well: wait
   * for {@link ExporterProgress} to pass the moment in question before publishing again.
   */
  boolean seen(String messageId);
}
