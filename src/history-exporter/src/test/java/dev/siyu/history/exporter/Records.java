package dev.siyu.history.exporter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.protocol.jackson.ZeebeProtocolModule;
import io.camunda.zeebe.protocol.record.ImmutableRecord;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Records with ascending positions, whose values answer {@code toJson()} like the engine's. */
final class Records {

  static final long START = 1_700_000_000_000L;
  private static final ObjectMapper JSON =
      new ObjectMapper().registerModule(new ZeebeProtocolModule());

  private long position;

  Record<?> next(ValueType type, Intent intent, long key, RecordValue value) {
    position++;
    return at(position, type, intent, key, readable(value));
  }

  static Record<?> at(long position, ValueType type, Intent intent, long key, RecordValue value) {
    return ImmutableRecord.<RecordValue>builder()
        .withPosition(position)
        .withKey(key)
        .withTimestamp(START + position)
        .withPartitionId(1)
        .withRecordType(RecordType.EVENT)
        .withValueType(type)
        .withIntent(intent)
        .withBrokerVersion("8.5.8")
        .withValue(value)
        .build();
  }

  /** The immutable values of the protocol cannot write JSON themselves. */
  static RecordValue readable(RecordValue value) {
    return (RecordValue)
        Proxy.newProxyInstance(
            Records.class.getClassLoader(),
            value.getClass().getInterfaces(),
            (proxy, method, arguments) -> {
              if (method.getName().equals("toJson")) {
                return json(value);
              }
              try {
                return method.invoke(value, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  static RecordValue unreadable(RecordValue value) {
    return (RecordValue)
        Proxy.newProxyInstance(
            Records.class.getClassLoader(),
            value.getClass().getInterfaces(),
            (proxy, method, arguments) -> {
              throw new IllegalStateException("bad bytes");
            });
  }

  private static String json(Object value) throws JsonProcessingException {
    return JSON.writeValueAsString(value);
  }
}
