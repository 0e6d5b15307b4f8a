package dev.siyu.history.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRelated;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Copies records while they are readable: they are views over a buffer the engine reuses. */
final class Intake {

  private Intake() {}

  /** Empty for a record that is not kept; a record that cannot be read comes back poisoned. */
  static Optional<Entry> copy(Record<?> record) {
    Handler<?> handler = KeptRecords.HANDLERS.get(record.getValueType());
    if (handler == null
        || record.getRecordType() != RecordType.EVENT
        || !KeptRecords.keeps(record.getIntent().name())) {
      return Optional.empty();
    }
    return Optional.of(copy(record, handler));
  }

  /** What a record read back from the audit changes in the projections. */
  static List<Change> changes(Record<?> record) {
    Handler<?> handler = KeptRecords.HANDLERS.get(record.getValueType());
    return handler == null ? List.of() : changes(record, handler);
  }

  @SuppressWarnings("unchecked") // handlers are registered by the value type of the record
  private static <V extends RecordValue> List<Change> changes(
      Record<?> record, Handler<V> handler) {
    return handler.changes((Record<V>) record);
  }

  private static <V extends RecordValue> Entry copy(Record<?> untyped, Handler<V> handler) {
    @SuppressWarnings("unchecked") // handlers are registered by the value type of the record
    Record<V> record = (Record<V>) untyped;
    var header =
        new Entry.Header(
            record.getPosition(),
            record.getKey(),
            record.getValueType().name(),
            record.getIntent().name(),
            record.getTimestamp());
    try {
      V value = record.getValue();
      return new Entry.Kept(
          header,
          record.getRecordType().name(),
          instanceKey(value),
          handler.elementId(value),
          value.toJson(),
          handler.changes(record));
    } catch (RuntimeException e) {
      return new Entry.Poisoned(header, "cannot be read: " + e, contentOf(record));
    }
  }

  private static @Nullable Long instanceKey(RecordValue value) {
    return value instanceof ProcessInstanceRelated related ? related.getProcessInstanceKey() : null;
  }

  private static String contentOf(Record<?> record) {
    try {
      return record.toJson();
    } catch (RuntimeException e) {
      return "unreadable: " + e;
    }
  }
}
