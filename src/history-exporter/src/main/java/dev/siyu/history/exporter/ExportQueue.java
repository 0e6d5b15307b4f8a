package dev.siyu.history.exporter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Records seen but not yet committed, in log order. */
final class ExportQueue {

  private final int mostRecords;
  private final int mostBytes;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private long bytes;
  private long seenPosition = -1;
  private long seenAtMillis;
  private long donePosition = -1;

  ExportQueue(int mostRecords, int mostBytes) {
    this.mostRecords = mostRecords;
    this.mostBytes = mostBytes;
  }

  /** Takes the next record of the log; {@code entry} is empty when it is not kept. */
  void add(long position, long atMillis, Optional<Entry> entry) {
    seenPosition = position;
    seenAtMillis = atMillis;
    entry.ifPresent(
        kept -> {
          entries.addLast(kept);
          bytes += kept.content().length();
        });
  }

  boolean isFull() {
    return entries.size() >= mostRecords || bytes >= mostBytes;
  }

  /** True when something was seen that is not committed yet, be it only a record not kept. */
  boolean isBehind() {
    return seenPosition > donePosition;
  }

  void done(long position) {
    donePosition = Math.max(donePosition, position);
    while (!entries.isEmpty() && entries.getFirst().header().position() <= position) {
      bytes -= entries.removeFirst().content().length();
    }
  }

  Optional<Entry> first() {
    return Optional.ofNullable(entries.peekFirst());
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  long seenPosition() {
    return seenPosition;
  }

  long seenAtMillis() {
    return seenAtMillis;
  }
}
