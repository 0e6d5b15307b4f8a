package dev.siyu.touchpoints;

import dev.siyu.time.DueWork;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns claims whose end was never recorded into UNKNOWN: visible, and never sent again. */
@Component
class PendingSweeper implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(PendingSweeper.class);
  private static final String OLDEST =
      "SELECT min(claimed_at) FROM touchpoint WHERE state = 'PENDING'";
  private static final String SWEEP =
      """
      WITH swept AS (
        UPDATE touchpoint SET state = 'UNKNOWN', rule = 'SIYU-3003',
          reason = '已发起调用，但没有记录到结果', updated_at = :now
        WHERE state = 'PENDING' AND claimed_at <= :before
        RETURNING id, state, rule, reason)
      INSERT INTO touchpoint_event (touchpoint_id, at, state, rule, reason)
      SELECT id, :now, state, rule, reason FROM swept
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final RuleSettings settings;
  private final LedgerTouchpoints touchpoints;

  PendingSweeper(
      JdbcClient jdbc, Clock clock, RuleSettings settings, LedgerTouchpoints touchpoints) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
    this.touchpoints = touchpoints;
  }

  @Override
  public String name() {
    return "touch-sweeper";
  }

  @Override
  public Optional<Instant> nextDue() {
    if (touchpoints.hasUnrecorded()) {
      return Optional.of(Instant.EPOCH);
    }
    return jdbc.sql(OLDEST)
        .query(OffsetDateTime.class)
        .optional()
        .map(oldest -> oldest.toInstant().plus(settings.callTimeout()));
  }

  @Override
  public void runDue(Instant now) {
    touchpoints.recordLate();
    int swept =
        jdbc.sql(SWEEP)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("before", now.minus(settings.callTimeout()).atOffset(ZoneOffset.UTC))
            .update();
    if (swept > 0) {
      log.warn("SIYU-3003 {} touches are UNKNOWN now; a person has to resolve them", swept);
    }
  }
}
