package dev.siyu.history.exporter;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.exporter.api.context.ScheduledTask;
import io.camunda.zeebe.protocol.record.Record;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The broker calls this for every record of one partition, on one thread. Records wait in a queue
 * until it is full, the log pauses or the interval is over; a position is acknowledged only after
 * its rows and the position itself are committed in one transaction. While PostgreSQL is away the
 * queue fills up, {@link #export} throws, and the broker keeps its log and asks again.
 */
@SuppressWarnings("NullAway.Init") // the broker calls configure and open before anything else
public final class HistoryExporter implements Exporter {

  private static final Duration SLOWEST_RETRY = Duration.ofSeconds(5);

  private Logger log;
  private ExporterSettings settings;
  private int partitionId;
  private Controller controller;
  private ExportQueue queue;
  private HistoryStore store;
  private Duration nextFlush = Duration.ZERO;
  private Duration sinceFlush = Duration.ZERO;
  private long seenAtTick;
  private boolean failing;
  private @Nullable ScheduledTask timer;

  /** Throws only for wrong settings (SIYU-6001); the database is not asked. */
  @Override
  public void configure(Context context) {
    log = context.getLogger();
    settings = ExporterSettings.from(context.getConfiguration().getArguments());
    partitionId = context.getPartitionId();
    context.setFilter(
        new KeptRecords(ExporterSettings.seesAll(context.getConfiguration().getArguments())));
  }

  @Override
  public void open(Controller controller) {
    this.controller = controller;
    queue = new ExportQueue(settings.batchRecords(), settings.batchBytes());
    store = new HistoryStore(settings, partitionId, log);
    nextFlush = settings.flushPause();
    log.info("History of partition {} goes to {}", partitionId, settings);
    schedule();
  }

  @Override
  public void export(Record<?> record) {
    boolean deliveredAgain = record.getPosition() <= queue.seenPosition();
    if (!deliveredAgain) {
      queue.add(record.getPosition(), record.getTimestamp(), Intake.copy(record));
    }
    if (queue.isFull()) {
      flush();
    }
  }

  @Override
  public void close() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    if (store != null) {
      store.close();
    }
  }

  private void flush() {
    if (!queue.isBehind()) {
      return;
    }
    try {
      long committed = store.write(queue);
      controller.updateLastExportedRecordPosition(committed);
    } catch (HistoryUnavailable e) {
      if (!failing) {
        failing = true;
        log.warn("{}; the broker keeps its log, next try within {}", e.getMessage(), SLOWEST_RETRY);
      }
      throw e;
    }
    if (failing) {
      failing = false;
      log.info("History of partition {} is written again, catching up", partitionId);
    }
  }

  private void flushOnTime() {
    try {
      if (paused() || sinceFlush.compareTo(settings.flushInterval()) >= 0) {
        sinceFlush = Duration.ZERO;
        flush();
      }
      nextFlush = settings.flushPause();
    } catch (HistoryUnavailable e) {
      nextFlush = slower(nextFlush);
    } catch (RuntimeException e) {
      log.error("SIYU-6004 history flush failed, next try within {}", SLOWEST_RETRY, e);
      nextFlush = slower(nextFlush);
    } finally {
      schedule();
    }
  }

  /** Nothing has come in since the last tick: whoever waits for the engine to rest waits for us. */
  private boolean paused() {
    sinceFlush = sinceFlush.plus(settings.flushPause());
    boolean still = queue.seenPosition() == seenAtTick;
    seenAtTick = queue.seenPosition();
    return still;
  }

  private static Duration slower(Duration delay) {
    Duration doubled = delay.multipliedBy(2);
    return doubled.compareTo(SLOWEST_RETRY) > 0 ? SLOWEST_RETRY : doubled;
  }

  private void schedule() {
    timer = controller.scheduleCancellableTask(nextFlush, this::flushOnTime);
  }
}
