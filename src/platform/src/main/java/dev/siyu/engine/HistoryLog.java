package dev.siyu.engine;

import dev.siyu.history.ExporterProgress;
import dev.siyu.history.PublishedMessages;
import java.time.Instant;
import java.util.Comparator;

/** The engine's log as the exporter wrote it to the history. */
record HistoryLog(PublishedMessages messages, ExporterProgress progress) implements PublishedLog {

  @Override
  public boolean seen(String messageId) {
    return messages.seen(messageId);
  }

  /** The furthest partition counts: one without customers may stand still for days. */
  @Override
  public Instant writtenUntil() {
    return progress.partitions().stream()
        .map(ExporterProgress.Partition::updatedAt)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }
}
