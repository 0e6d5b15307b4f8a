package dev.siyu.time;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The row in PostgreSQL. */
class StoredClock implements ClockStore {

  private static final String READ =
      """
      select mode, offset_millis, target, speed from clock_setting
      """;

  private static final String CREATE =
      """
      insert into clock_setting (mode, updated_at) values (:mode, :now) on conflict do nothing
      """;

  private static final String OFFSET =
      """
      update clock_setting set offset_millis = :offset, updated_at = :now
      where offset_millis <= :offset
      """;

  private static final String TARGET =
      """
      update clock_setting set target = :target, speed = :speed, updated_at = :now
      """;

  private final JdbcClient jdbc;

  StoredClock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Row open(String mode, Instant now) {
    jdbc.sql(CREATE).param("mode", mode).param("now", utc(now)).update();
    return read().orElseThrow();
  }

  @Override
  public void saveOffset(Duration offset, Instant now) {
    jdbc.sql(OFFSET).param("offset", offset.toMillis()).param("now", utc(now)).update();
  }

  @Override
  public void saveTarget(@Nullable Instant target, @Nullable Integer speed, Instant now) {
    jdbc.sql(TARGET)
        .param(
            "target", target == null ? null : utc(target), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("speed", speed, java.sql.Types.INTEGER)
        .param("now", utc(now))
        .update();
  }

  private Optional<Row> read() {
    return jdbc.sql(READ)
        .query(
            (rows, n) -> {
              var target = rows.getObject("target", OffsetDateTime.class);
              return new Row(
                  rows.getString("mode"),
                  Duration.ofMillis(rows.getLong("offset_millis")),
                  target == null ? null : target.toInstant(),
                  rows.getObject("speed", Integer.class));
            })
        .optional();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
