package dev.siyu.history;

import java.sql.Timestamp;
import java.time.Instant;

/** Where the page before ended; engine times have milliseconds, so nothing is lost as text. */
record InstanceCursor(long startedMillis, long key) {

  static InstanceCursor after(HistoryViews.Instance last) {
    return new InstanceCursor(last.startedAt().toEpochMilli(), last.key());
  }

  static InstanceCursor parse(String text) {
    int between = text.indexOf('-');
    try {
      return new InstanceCursor(
          Long.parseLong(text.substring(0, Math.max(between, 0))),
          Long.parseLong(text.substring(between + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "cursor: " + text + " (expected: 'next' of the page before)", e);
    }
  }

  String text() {
    return startedMillis + "-" + key;
  }

  Timestamp timestamp() {
    return Timestamp.from(Instant.ofEpochMilli(startedMillis));
  }
}
