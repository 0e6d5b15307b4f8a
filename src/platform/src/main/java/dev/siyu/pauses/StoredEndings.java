package dev.siyu.pauses;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Endings are rows, never changed. */
@Component
class StoredEndings implements JourneyEndings {

  private static final String END =
      """
      INSERT INTO journey_ending (process_id, customer_id, entry, reason, ended_by, ended_at)
      VALUES (:processId, :customer, :entry, :reason, :actor, :now) ON CONFLICT DO NOTHING
      """;
  private static final String IS_ENDED =
      """
      SELECT EXISTS (SELECT FROM journey_ending
        WHERE process_id = :processId AND customer_id = :customer AND entry = :entry)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  StoredEndings(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void end(String processId, String customerId, String entry, String reason, String actor) {
    jdbc.sql(END)
        .param("processId", processId)
        .param("customer", customerId)
        .param("entry", entry)
        .param("reason", reason)
        .param("actor", actor)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public boolean isEnded(String processId, String customerId, String entry) {
    return jdbc.sql(IS_ENDED)
        .param("processId", processId)
        .param("customer", customerId)
        .param("entry", entry)
        .query(Boolean.class)
        .single();
  }
}
