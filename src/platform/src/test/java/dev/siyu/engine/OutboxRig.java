package dev.siyu.engine;

import dev.siyu.TestDatabase;
import dev.siyu.batching.Bell;
import dev.siyu.batching.Leadership;
import io.camunda.zeebe.client.ZeebeClient;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** An outbox with its publisher against a real database and any gateway. */
final class OutboxRig implements AutoCloseable {

  static final EngineSettings SETTINGS =
      new EngineSettings(
          URI.create("http://127.0.0.1:1"),
          URI.create("http://127.0.0.1:1"),
          Duration.ofSeconds(2),
          new EngineSettings.Jobs(
              Duration.ofSeconds(30),
              Duration.ofSeconds(5),
              Duration.ofSeconds(1),
              16,
              32,
              32,
              List.of(Duration.ofSeconds(5), Duration.ofMinutes(1))),
          new EngineSettings.Messages(
              16, 64, Duration.ofMillis(50), Duration.ofSeconds(3), Duration.ofSeconds(10)),
          new EngineSettings.BackOff(Duration.ofMillis(2), Duration.ofMillis(20)));

  final OutboxTable table;
  final Outbox outbox;
  final OutboxPublisher publisher;
  final EngineTraffic traffic = new EngineTraffic();
  final Rejections rejections;
  final Pressure pressure = new Pressure(SETTINGS.messages().inFlight());
  volatile EntryGate gate = EntryGate.OPEN;

  OutboxRig(TestDatabase database, ZeebeClient client, PublishedLog log, Clock clock) {
    var bell = new Bell();
    var reach = new Reach(client);
    rejections = new Rejections(clock);
    table = new OutboxTable(database.jdbc(), clock, JsonMapper.builder().build());
    outbox = new Outbox(table, bell);
    var publishing =
        new Publishing(
            client,
            SETTINGS,
            pressure,
            rejections,
            reach,
            new Pauses(SETTINGS.backOff()),
            clock,
            entry -> gate.way(entry),
            traffic);
    publisher =
        new OutboxPublisher(
            outbox,
            table,
            publishing,
            new Clarifying(table, publishing, log, SETTINGS.messages(), clock),
            log,
            new Leadership("outbox", database.dataSource()),
            reach,
            traffic,
            SETTINGS.messages(),
            bell);
  }

  @Override
  public void close() {
    if (publisher.isRunning()) {
      publisher.stop();
    }
  }
}
