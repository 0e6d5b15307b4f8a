package dev.siyu.history;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StoredEngineMoments implements EngineMoments {

  private static final String NEXT_DUE =
      """
      select least(
        (select min(due_at) from history.timer where state = 'WAITING'),
        (select min(backoff_until) from history.job where state = 'CREATED'))
      """;

  // Job-based user tasks stay CREATED until a person acts: they are no work for the engine.
  private static final String HAS_WORK =
      """
      select exists (select 1 from history.timer where state = 'WAITING' and due_at <= :now)
          or exists (select 1 from history.job where state = 'CREATED' and backoff_until is null
                     and type <> 'io.camunda.zeebe:userTask')
          or exists (select 1 from history.job where state = 'CREATED' and backoff_until <= :now)
      """;

  private final JdbcClient jdbc;

  StoredEngineMoments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Instant> nextDue() {
    return jdbc.sql(NEXT_DUE)
        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)))
        .single()
        .map(Timestamp::toInstant);
  }

  @Override
  public boolean hasWork(Instant now) {
    return jdbc.sql(HAS_WORK).param("now", Timestamp.from(now)).query(Boolean.class).single();
  }
}
