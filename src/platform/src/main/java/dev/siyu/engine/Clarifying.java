package dev.siyu.engine;

import dev.siyu.engine.OutboxTable.Mark;
import dev.siyu.engine.OutboxTable.State;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether messages with an unclear answer reached the engine. After a pause in which a
 * command can still arrive, a marker is published on the same partition; when the log shows the
 * marker but not the message, the message never arrived and is published again.
 */
final class Clarifying {

  private static final Logger LOG = LoggerFactory.getLogger(Clarifying.class);

  private final OutboxTable table;
  private final Publishing publishing;
  private final PublishedLog log;
  private final EngineSettings.Messages settings;
  private final Clock clock;
  private final Map<Long, String> markers = new HashMap<>();
  private long number;

  Clarifying(
      OutboxTable table,
      Publishing publishing,
      PublishedLog log,
      EngineSettings.Messages settings,
      Clock clock) {
    this.table = table;
    this.publishing = publishing;
    this.log = log;
    this.settings = settings;
    this.clock = clock;
  }

  /** Goes one step further with every unclear message. */
  void step() throws InterruptedException {
    var rows = table.unsure();
    var marks = new ArrayList<Mark>();
    for (var row : rows) {
      var marker = markers.get(row.id());
      boolean complete = marker != null && log.seen(marker);
      if (log.seen(row.key())) {
        marks.add(new Mark(row.id(), State.DONE, "found in the engine's log"));
      } else if (complete) {
        marks.add(new Mark(row.id(), State.WAITING, "not in the engine's log, published again"));
      } else if (marker == null
          && row.changedAt().plus(settings.settle()).isBefore(clock.instant())) {
        place(row);
      }
    }
    if (!marks.isEmpty()) {
      LOG.info(
          "{} messages with an unclear answer are settled, {} wait.",
          marks.size(),
          rows.size() - marks.size());
      table.mark(marks);
    }
    forget(rows, marks);
  }

  private void place(OutboxRow row) throws InterruptedException {
    var marker = "marker:" + row.key() + ":" + clock.instant().toEpochMilli() + ":" + number++;
    if (publishing.mark(row.correlationKey(), marker)) {
      markers.put(row.id(), marker);
    }
  }

  private void forget(List<OutboxRow> rows, List<Mark> marks) {
    Set<Long> settled = marks.stream().map(Mark::id).collect(Collectors.toSet());
    Set<Long> open = rows.stream().map(OutboxRow::id).collect(Collectors.toSet());
    markers.keySet().removeIf(id -> settled.contains(id) || !open.contains(id));
  }
}
