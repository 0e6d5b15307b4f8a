package dev.siyu.history.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.worker.JobWorker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealBrokerIT {

  private static final Duration LONG = Duration.ofSeconds(40);

  @Test
  void shouldShowInTheHistoryWhatARealBrokerDid(@TempDir Path folder) throws Exception {
    // given
    var database = HistoryDatabase.withoutSchema();
    var exporter =
        Map.of("URL", database.url, "USER", "postgres", "PASSWORD", "", "FLUSHINTERVAL", "50");
    try (var broker = new RealBroker(folder, true, exporter);
        ZeebeClient client = broker.client()) {
      deploy(client);
      database.migrate(); // later than the exporter: it has to wait for its schema

      // when
      publish(client, "tiny-wanted", "C1", "a-1");
      publish(client, "tiny-wanted", "C2", "a-2");
      publish(client, "tiny-wanted", "C3", "a-3");
      try (JobWorker worker =
          client
              .newWorker()
              .jobType("tiny-job")
              .handler((jobs, job) -> answer(client, job.getKey(), job.getVariable("customerId")))
              .open()) {
        assertThat(worker.isOpen()).isTrue();
        awaitOne(database, "select count(*) from history.timer where state = 'WAITING'", "2");
        awaitOne(database, "select count(*) from history.incident where resolved_at is null", "1");
      }
      publish(client, "tiny-paid", "C1", "b-1");

      // then
      awaitOne(
          database,
          "select string_agg(customer_id || ' ' || state, ', ' order by customer_id)"
              + " from history.process_instance",
          "C1 COMPLETED, C2 ACTIVE, C3 ACTIVE");
      assertThat(database.count("process_definition")).isEqualTo(1);
      assertThat(database.one("select count(*) from history.message where message_id = 'a-2'"))
          .isEqualTo("1");
      assertThat(
              database.one(
                  "select sum(active) || ' ' || sum(completed) from history.element_counter"
                      + " where element_id = 'tiny'"))
          .isEqualTo("2 1");
      assertThat(database.one("select string_agg(state, ' ' order by state) from history.job"))
          .isEqualTo("COMPLETED COMPLETED FAILED");
      assertThat(
              database.one(
                  "select string_agg(state, ' ' order by state) from history.message_wait"))
          .isEqualTo("CORRELATED WAITING");
      assertThat(database.count("quarantine")).isZero();
      assertThat(database.count("exporter_position")).isEqualTo(2);
    }

    // when
    String exported = database.checksum();
    Rebuild.run(ExporterSettings.from(Map.of("url", database.url, "user", "postgres")));

    // then what the engine wrote can be read again
    assertThat(database.checksum()).isEqualTo(exported);
  }

  private static void answer(ZeebeClient client, long job, Object customer) {
    if (customer.equals("C3")) {
      client.newFailCommand(job).retries(0).errorMessage("no answer").send().join();
    } else {
      client.newCompleteCommand(job).send().join();
    }
  }

  private static void deploy(ZeebeClient client) {
    await()
        .atMost(LONG)
        .ignoreExceptions()
        .until(
            () ->
                client
                    .newDeployResourceCommand()
                    .addResourceFromClasspath("tiny.bpmn")
                    .send()
                    .join()
                    .getProcesses()
                    .size(),
            size -> size == 1);
  }

  private static void publish(ZeebeClient client, String name, String customer, String id) {
    await()
        .atMost(LONG)
        .ignoreExceptions()
        .until(
            () ->
                client
                    .newPublishMessageCommand()
                    .messageName(name)
                    .correlationKey(customer)
                    .messageId(id)
                    .timeToLive(Duration.ofMinutes(1))
                    .variables(Map.of("customerId", customer))
                    .send()
                    .join(),
            response -> response.getMessageKey() > 0);
  }

  private static void awaitOne(HistoryDatabase database, String sql, String expected) {
    await().atMost(LONG).untilAsserted(() -> assertThat(database.one(sql)).isEqualTo(expected));
  }
}
