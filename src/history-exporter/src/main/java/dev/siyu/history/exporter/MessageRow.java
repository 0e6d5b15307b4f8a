package dev.siyu.history.exporter;

import static dev.siyu.history.exporter.Rows.number;
import static dev.siyu.history.exporter.Rows.text;
import static dev.siyu.history.exporter.Rows.time;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message the engine accepted. */
record MessageRow(
    long key, String name, String correlationKey, @Nullable String messageId, Instant at)
    implements Change {

  private static final String WRITE =
      """
      insert into history.message (key, name, correlation_key, message_id, published_at)
      select * from unnest(?, ?, ?, ?, ?)
      on conflict (key) do nothing
      """;

  static Rows<MessageRow> rows() {
    return new Rows<>(
        WRITE,
        (earlier, later) -> earlier,
        List.of(
            number(MessageRow::key),
            text(MessageRow::name),
            text(MessageRow::correlationKey),
            text(MessageRow::messageId),
            time(MessageRow::at)));
  }

  @Override
  public void mergeInto(Projections projections) {
    projections.messages.put(key, this);
  }
}
