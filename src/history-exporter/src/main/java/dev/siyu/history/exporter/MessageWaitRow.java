package dev.siyu.history.exporter;

import static dev.siyu.history.exporter.Rows.number;
import static dev.siyu.history.exporter.Rows.text;
import static dev.siyu.history.exporter.Rows.time;

import java.time.Instant;
import java.util.List;

/** A wait for a message. */
record MessageWaitRow(
    long elementInstanceKey,
    String messageName,
    long instanceKey,
    String elementId,
    String correlationKey,
    String state,
    Instant at)
    implements Change {

  // A wait that got its message is closed afterwards as well; what matters is that it got it.
  private static final String WRITE =
      """
      insert into history.message_wait as w (element_instance_key, message_name, instance_key,
        element_id, correlation_key, state, updated_at)
      select * from unnest(?, ?, ?, ?, ?, ?, ?)
      on conflict (element_instance_key, message_name) do update set
        correlation_key = excluded.correlation_key, element_id = excluded.element_id,
        state = excluded.state, updated_at = excluded.updated_at
      where not (w.state = 'CORRELATED' and excluded.state = 'DELETED')
      """;

  private record Key(long elementInstanceKey, String messageName) {}

  static Rows<MessageWaitRow> rows() {
    return new Rows<>(
        WRITE,
        (earlier, later) ->
            earlier.state.equals("CORRELATED") && later.state.equals("DELETED") ? earlier : later,
        List.of(
            number(MessageWaitRow::elementInstanceKey),
            text(MessageWaitRow::messageName),
            number(MessageWaitRow::instanceKey),
            text(MessageWaitRow::elementId),
            text(MessageWaitRow::correlationKey),
            text(MessageWaitRow::state),
            time(MessageWaitRow::at)));
  }

  @Override
  public void mergeInto(Projections projections) {
    projections.waits.put(new Key(elementInstanceKey, messageName), this);
  }
}
