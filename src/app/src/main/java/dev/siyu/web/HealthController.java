package dev.siyu.web;

import dev.siyu.calls.Connector;
import dev.siyu.engine.EngineOperations;
import dev.siyu.engine.EngineState;
import dev.siyu.history.ExporterProgress;
import dev.siyu.inbox.InboxDesk;
import dev.siyu.time.SiyuClock;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The health page's numbers. */
@RestController
class HealthController {

  private static final String SIZE = "SELECT pg_database_size(current_database())";

  private static final String CHECKED = "SELECT max(checked_at) AS at FROM book_check";
  private static final String BROKEN = "SELECT name FROM book_check WHERE NOT ok ORDER BY name";

  private final EngineOperations engine;
  private final ExporterProgress exporter;
  private final InboxDesk inbox;
  private final ObjectProvider<Connector> connectors;
  private final JdbcClient jdbc;
  private final SiyuClock clock;
  private final File data;

  HealthController(
      EngineOperations engine,
      ExporterProgress exporter,
      InboxDesk inbox,
      ObjectProvider<Connector> connectors,
      JdbcClient jdbc,
      SiyuClock clock,
      @Value("${siyu.data:.}") File data) {
    this.engine = engine;
    this.exporter = exporter;
    this.inbox = inbox;
    this.connectors = connectors;
    this.jdbc = jdbc;
    this.clock = clock;
    this.data = data;
  }

  @GetMapping("/api/health")
  Health health() {
    var state = engine.state();
    var counts = inbox.counts();
    var outbox = state.outbox();
    return new Health(
        engine(state),
        connectors.orderedStream().map(HealthController::connector).toList(),
        new Health.Database("UP", jdbc.sql(SIZE).query(Long.class).single()),
        new Health.Inbox(
            counts.waiting(), counts.failed(), counts.conflicts(), age(counts.oldestWaitingAt())),
        new Health.Outbox(
            outbox.waiting(), outbox.unsure(), outbox.failed(), age(outbox.oldestAt())),
        new Health.Disk(data.getAbsoluteFile().getUsableSpace()),
        books());
  }

  private Health.Books books() {
    var checked =
        jdbc.sql(CHECKED)
            .query((row, n) -> Optional.ofNullable(Rows.instant(row, "at")))
            .single()
            .orElse(null);
    return new Health.Books(jdbc.sql(BROKEN).query(String.class).list(), checked);
  }

  private Health.Engine engine(EngineState state) {
    return new Health.Engine(
        state.reach(),
        state.brokerVersion(),
        partitions(state),
        state.jobsInFlight() + state.messagesInFlight(),
        state.rejectionsPerMinute(),
        exporter.quarantined());
  }

  private List<Health.Partition> partitions(EngineState state) {
    var exported =
        exporter.partitions().stream()
            .collect(
                Collectors.toMap(
                    ExporterProgress.Partition::partitionId,
                    ExporterProgress.Partition::updatedAt));
    return state.partitions().stream()
        .map(
            one ->
                new Health.Partition(
                    one.id(),
                    one.hasLeader() ? "LEADER" : "NONE",
                    one.health(),
                    exported.get(one.id())))
        .toList();
  }

  private static Health.Connector connector(Connector connector) {
    var health = connector.health();
    var state =
        switch (health.state()) {
          case UNUSED -> "IDLE";
          case UP -> "OK";
          case FAILING -> "FAILING";
        };
    return new Health.Connector(
        connector.name(), state, health.lastSuccessAt(), health.lastErrorAt(), health.lastError());
  }

  private @Nullable Long age(@Nullable Instant since) {
    return since == null ? null : Duration.between(since, clock.instant()).toSeconds();
  }
}
