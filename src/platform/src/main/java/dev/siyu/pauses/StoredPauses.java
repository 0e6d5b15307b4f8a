package dev.siyu.pauses;

import dev.siyu.batching.Remembered;
import dev.siyu.engine.JobGate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pauses are rows; the set of paused journeys is remembered for a moment, jobs ask it often. */
@Component
class StoredPauses implements JourneyPauses, JobGate {

  private static final Logger log = LoggerFactory.getLogger(StoredPauses.class);
  private static final String ALL =
      """
      SELECT process_id, paused_at, paused_by, reason FROM journey_pause
      WHERE resumed_at IS NULL ORDER BY process_id
      """;
  private static final String PAUSE =
      """
      INSERT INTO journey_pause (process_id, paused_at, paused_by, reason)
      VALUES (:processId, :now, :actor, :reason)
      ON CONFLICT (process_id) WHERE resumed_at IS NULL DO NOTHING
      """;
  private static final String RESUME =
      """
      UPDATE journey_pause SET resumed_at = :now, resumed_by = :actor
      WHERE process_id = :processId AND resumed_at IS NULL
      """;

  private final JdbcClient jdbc;
  private final PauseSettings settings;
  private final Clock clock;
  private final Remembered<Set<String>> paused;

  StoredPauses(JdbcClient jdbc, PauseSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
    this.paused = new Remembered<>(settings.knownFor(), this::read);
  }

  @Override
  public boolean isPaused(String processId) {
    return paused.get().contains(processId);
  }

  @Override
  public Optional<Duration> hold(String processId, long jobKey) {
    return isPaused(processId) ? Optional.of(settings.rest(jobKey)) : Optional.empty();
  }

  @Override
  public List<Pause> all() {
    return jdbc.sql(ALL).query((row, n) -> pause(row)).list();
  }

  @Override
  public boolean pause(String processId, String reason, String actor) {
    boolean changed =
        jdbc.sql(PAUSE)
                .param("processId", processId)
                .param("now", now())
                .param("actor", actor)
                .param("reason", reason)
                .update()
            == 1;
    if (changed) {
      paused.forget();
      log.info("{} paused {}; its jobs are put back until it is resumed", actor, processId);
    }
    return changed;
  }

  @Override
  public boolean resume(String processId, String actor) {
    boolean resumed =
        jdbc.sql(RESUME)
                .param("processId", processId)
                .param("now", now())
                .param("actor", actor)
                .update()
            == 1;
    if (resumed) {
      paused.forget();
      log.info(
          "{} resumed {}; what was put back comes again within {}",
          actor,
          processId,
          settings.longestRest());
    }
    return resumed;
  }

  private Set<String> read() {
    return all().stream().map(Pause::processId).collect(Collectors.toUnmodifiableSet());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Pause pause(ResultSet row) throws SQLException {
    return new Pause(
        row.getString("process_id"),
        row.getObject("paused_at", OffsetDateTime.class).toInstant(),
        row.getString("paused_by"),
        row.getString("reason"));
  }
}
