package dev.siyu.history.exporter;

import io.camunda.zeebe.exporter.api.context.Configuration;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.exporter.api.context.ScheduledTask;
import io.camunda.zeebe.protocol.record.Record;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/** What the broker does for an exporter of one partition, driven by hand. */
final class FakeBroker implements Context, Controller, Configuration {

  final Map<String, Object> arguments = new HashMap<>();
  final HistoryExporter exporter = new HistoryExporter();
  long acknowledged = -1;
  @Nullable Runnable timer;
  Duration timerDelay = Duration.ZERO;
  private @Nullable RecordFilter filter;

  FakeBroker(String url) {
    arguments.put("url", url);
    arguments.put("user", "postgres");
    arguments.put("connectTimeout", 1000);
  }

  FakeBroker with(String name, Object value) {
    arguments.put(name, value);
    return this;
  }

  FakeBroker open() {
    exporter.configure(this);
    exporter.open(this);
    return this;
  }

  /** Filters and delivers as the broker does; false when the exporter refused the record. */
  boolean deliver(Record<?> record) {
    RecordFilter kept = java.util.Objects.requireNonNull(filter);
    if (!kept.acceptType(record.getRecordType()) || !kept.acceptValue(record.getValueType())) {
      return true;
    }
    try {
      exporter.export(record);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  void deliver(Iterable<? extends Record<?>> records) {
    for (Record<?> record : records) {
      if (!deliver(record)) {
        throw new AssertionError("refused record " + record.getPosition());
      }
    }
  }

  void intervalOver() {
    java.util.Objects.requireNonNull(timer).run();
  }

  @Override
  public Logger getLogger() {
    return NOPLogger.NOP_LOGGER;
  }

  @Override
  public Configuration getConfiguration() {
    return this;
  }

  @Override
  public int getPartitionId() {
    return 1;
  }

  @Override
  public void setFilter(RecordFilter filter) {
    this.filter = filter;
  }

  @Override
  public void updateLastExportedRecordPosition(long position) {
    acknowledged = position;
  }

  @Override
  public void updateLastExportedRecordPosition(long position, byte[] metadata) {
    acknowledged = position;
  }

  @Override
  public long getLastExportedRecordPosition() {
    return acknowledged;
  }

  @Override
  public ScheduledTask scheduleCancellableTask(Duration delay, Runnable task) {
    timer = task;
    timerDelay = delay;
    return () -> timer = null;
  }

  @Override
  public Optional<byte[]> readMetadata() {
    return Optional.empty();
  }

  @Override
  public String getId() {
    return "history";
  }

  @Override
  public Map<String, Object> getArguments() {
    return arguments;
  }

  @Override
  public <T> T instantiate(Class<T> type) {
    throw new UnsupportedOperationException();
  }
}
