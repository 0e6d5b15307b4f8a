package dev.siyu.history.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.value.MessageRecordValue;
import java.time.Instant;
import java.util.List;

final class MessageHandler implements Handler<MessageRecordValue> {

  @Override
  public List<Change> changes(Record<MessageRecordValue> record) {
    if (record.getIntent() != MessageIntent.PUBLISHED) {
      return List.of();
    }
    MessageRecordValue value = record.getValue();
    return List.of(
        new MessageRow(
            record.getKey(),
            value.getName(),
            value.getCorrelationKey(),
            Values.given(value.getMessageId()),
            Instant.ofEpochMilli(record.getTimestamp())));
  }
}
