package dev.siyu.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The plan and how far it is, in the database: a replay goes on after any kill. */
class ReplayStore {

  private static final String LAST =
      """
      select id, state, from_day, to_day, speed, shift_weeks, ends_at, errors, started_at, ended_at
      from replay_run order by id desc limit 1
      """;

  private static final String BEGIN =
      """
      insert into replay_run (state, from_day, to_day, speed, shift_weeks, ends_at, errors, started_at)
      values ('RUNNING', :from, :to, :speed, :shift, :ends, :errors::jsonb, :now) returning id
      """;

  // An event keeps the moment it was first planned for; planned again it is told again at once.
  private static final String PLAN =
      """
      insert into replay_event (key, run_id, customer, kind, at, amount_cents, body)
      values (?, ?, ?, ?, ?, ?, ?::jsonb)
      on conflict (key) do update set run_id = excluded.run_id, sent_at = null
      """;

  private static final String NEXT_AT =
      """
      select min(at) from replay_event where sent_at is null and run_id = :run
      """;

  private static final String DUE =
      """
      select key, customer, kind, body from replay_event
      where sent_at is null and run_id = :run and at <= :now
      order by at, key limit :limit
      """;

  private static final String SENT =
      """
      update replay_event set sent_at = :now where key = any(:keys)
      """;

  private static final String END =
      """
      update replay_run set state = :state, ended_at = :now where id = :run and state = 'RUNNING'
      """;

  private static final String ADD_ERROR =
      """
      update replay_run set errors = errors || :error::jsonb
      where id = :run and jsonb_array_length(errors) < 1000
      """;

  private static final String COUNTS =
      """
      select count(*) as total,
        count(sent_at) as sent,
        count(sent_at) filter (where kind = 'ADD') as customers,
        count(sent_at) filter (where kind = 'ORDER') as orders,
        count(sent_at) filter (where kind = 'REFUND') as refunds,
        coalesce(sum(amount_cents) filter (where kind = 'ORDER' and sent_at is not null), 0) as paid,
        coalesce(sum(amount_cents) filter (where kind = 'REFUND' and sent_at is not null), 0)
          as refunded
      from replay_event where run_id = :run
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** An event to tell now. */
  record Due(String key, String customer, PlannedEvent.Kind kind, String body) {}

  /** A row of replay_run. */
  record Run(
      long id,
      ReplayProgress.State state,
      ReplayOrderDays days,
      int shiftWeeks,
      Instant endsAt,
      List<RowError> errors,
      Instant startedAt,
      @Nullable Instant endedAt) {}

  /** What was asked for. */
  record ReplayOrderDays(
      java.time.LocalDate from, java.time.LocalDate to, @Nullable Integer speed) {}

  /** What has been told, and its sums. */
  record Counts(
      long total,
      long sent,
      long customers,
      long orders,
      long refunds,
      long paidCents,
      long refundedCents) {}

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  ReplayStore(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  Optional<Run> last() {
    return jdbc.sql(LAST).query((row, n) -> run(row)).optional();
  }

  long begin(ReplayOrder order, int shiftWeeks, Instant ends, List<RowError> errors, Instant now) {
    return jdbc.sql(BEGIN)
        .param("from", order.from())
        .param("to", order.to())
        .param("speed", order.speed(), Types.INTEGER)
        .param("shift", shiftWeeks)
        .param("ends", utc(ends))
        .param("errors", JSON.writeValueAsString(errors))
        .param("now", utc(now))
        .query(Long.class)
        .single();
  }

  /** {@code at} of an event shifted to the product's clock. */
  record Placed(PlannedEvent event, Instant at, String body) {}

  void plan(long run, List<Placed> events) {
    batches.batchUpdate(
        PLAN,
        events,
        500,
        (row, placed) -> {
          row.setString(1, placed.event().key());
          row.setLong(2, run);
          row.setString(3, placed.event().customer());
          row.setString(4, placed.event().kind().name());
          row.setObject(5, utc(placed.at()));
          row.setLong(6, placed.event().amountCents());
          row.setString(7, placed.body());
        });
  }

  Optional<Instant> nextAt(long run) {
    return jdbc.sql(NEXT_AT)
        .param("run", run)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  List<Due> due(long run, Instant now, int limit) {
    return jdbc.sql(DUE)
        .param("run", run)
        .param("now", utc(now))
        .param("limit", limit)
        .query(
            (row, n) ->
                new Due(
                    row.getString("key"),
                    row.getString("customer"),
                    PlannedEvent.Kind.valueOf(row.getString("kind")),
                    row.getString("body")))
        .list();
  }

  void sent(List<String> keys, Instant now) {
    jdbc.sql(SENT).param("keys", keys.toArray(String[]::new)).param("now", utc(now)).update();
  }

  void error(long run, RowError error) {
    jdbc.sql(ADD_ERROR).param("run", run).param("error", JSON.writeValueAsString(error)).update();
  }

  void end(long run, ReplayProgress.State state, Instant now) {
    jdbc.sql(END).param("run", run).param("state", state.name()).param("now", utc(now)).update();
  }

  Counts counts(long run) {
    return jdbc.sql(COUNTS)
        .param("run", run)
        .query(
            (row, n) ->
                new Counts(
                    row.getLong("total"),
                    row.getLong("sent"),
                    row.getLong("customers"),
                    row.getLong("orders"),
                    row.getLong("refunds"),
                    row.getLong("paid"),
                    row.getLong("refunded")))
        .single();
  }

  private static Run run(ResultSet row) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Run(
        row.getLong("id"),
        ReplayProgress.State.valueOf(row.getString("state")),
        new ReplayOrderDays(
            row.getObject("from_day", java.time.LocalDate.class),
            row.getObject("to_day", java.time.LocalDate.class),
            row.getObject("speed", Integer.class)),
        row.getInt("shift_weeks"),
        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
        JSON.readValue(row.getString("errors"), new TypeReference<List<RowError>>() {}),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
