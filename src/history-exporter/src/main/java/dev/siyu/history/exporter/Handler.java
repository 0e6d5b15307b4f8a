package dev.siyu.history.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns records of one value type into changes; copies everything it keeps. */
interface Handler<V extends RecordValue> {

  List<Change> changes(Record<V> record);

  default @Nullable String elementId(V value) {
    return null;
  }
}
