package dev.siyu.history.exporter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One record of the log, copied out of the engine's buffer. */
sealed interface Entry {

  Header header();

  String content();

  /** What every record has, readable even when its content is not. */
  record Header(long position, long key, String valueType, String intent, long atMillis) {}

  /** A record as it will stand in history.record, and what it changes in the projections. */
  record Kept(
      Header header,
      String recordType,
      @Nullable Long instanceKey,
      @Nullable String elementId,
      String content,
      List<Change> changes)
      implements Entry {}

  /** A record that goes to history.quarantine instead. */
  record Poisoned(Header header, String reason, String content) implements Entry {}
}
