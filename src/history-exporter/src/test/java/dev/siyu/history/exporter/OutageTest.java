package dev.siyu.history.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.Record;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutageTest {

  private static EmbeddedPostgres start(Path data, int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }

  @Test
  void shouldCatchUpByItselfWhenPostgresGoesAwayAndComesBack() throws IOException {
    // given
    Path data = Files.createTempDirectory("history");
    int port = freePort();
    List<Record<?>> log = new JourneyRecords().finished(20);
    EmbeddedPostgres server = start(data, port);
    var database = HistoryDatabase.at(server.getJdbcUrl("postgres", "postgres"));
    FakeBroker broker = new FakeBroker(database.url).with("batchRecords", 50).open();
    broker.deliver(log.subList(0, 100));
    assertThat(broker.acknowledged).isEqualTo(100);

    // when
    server.close();
    int delivered = 100;
    while (broker.deliver(log.get(delivered))) {
      delivered++;
    }
    broker.intervalOver();

    // then the queue is bounded and nothing is promised
    assertThat(delivered).isEqualTo(149);
    assertThat(broker.acknowledged).isEqualTo(100);

    // when
    try (EmbeddedPostgres again = start(data, port)) {
      broker.deliver(log.subList(delivered, log.size()));
      broker.intervalOver();

      // then
      assertThat(broker.acknowledged).isEqualTo(log.size());
      assertThat(database.count("record")).isEqualTo(log.size());
      assertThat(again.getPort()).isEqualTo(port);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
