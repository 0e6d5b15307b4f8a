package dev.siyu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.siyu.SiyuApplication;
import dev.siyu.approvals.ApprovalInbox;
import dev.siyu.approvals.ApprovalInbox.Box;
import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.ApprovalRequest;
import dev.siyu.approvals.Approvals;
import dev.siyu.embedded.EmbeddedStart;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** People decide over HTTP; the real broker's native user tasks carry it out, once. */
@SuppressWarnings("NullAway.Init") // set before all tests
class ApprovalsIT {

  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final List<String> PORTS =
      List.of(
          "siyu.postgres.port",
          "siyu.engine.grpc-port",
          "siyu.engine.command-port",
          "siyu.engine.internal-port",
          "siyu.engine.rest-port",
          "siyu.engine.management-port",
          "siyu.simulator.port");

  private static Path data;
  private static int port;
  private static ConfigurableApplicationContext app;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    data = folder;
    port = free();
    var arguments = new ArrayList<>(List.of("--siyu.data=" + folder, "--server.port=" + port));
    for (var name : PORTS) {
      arguments.add("--" + name + "=" + free());
    }
    var application = new SpringApplication(SiyuApplication.class);
    application.addInitializers(new EmbeddedStart());
    app = application.run(arguments.toArray(String[]::new));
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void shouldCarryOutADecisionAlsoWhenTheBrokerWasKilledInBetween() throws Exception {
    // given
    var first = ask("P1");
    long task = task(first);

    // when
    decide(first, task);

    // then
    await().atMost(LIMIT).until(() -> state(first).equals("APPROVED"));
    assertThat(actions(task)).containsExactly("decision:1");

    // given
    var second = ask("P2");
    long other = task(second);
    var pid = Long.parseLong(Files.readAllLines(data.resolve("run/broker.pid")).getFirst());
    var broker = ProcessHandle.of(pid).orElseThrow();

    // when
    broker.destroyForcibly();
    broker.onExit().join();
    decide(second, other);

    // then
    await().atMost(LIMIT).until(() -> state(second).equals("APPROVED"));
    assertThat(actions(other)).as("carried out once").containsExactly("decision:2");
    assertThat(app.getBean(Approvals.class).redeem(ApprovalKind.PRODUCT, "P2", "{\"sku\":\"P2\"}"))
        .hasValue(second);
  }

  private static String ask(String sku) {
    return app.getBean(Approvals.class)
        .ask(
            new ApprovalRequest(
                ApprovalKind.PRODUCT,
                sku,
                "价格申请",
                "Price",
                List.of(),
                "{\"sku\":\"" + sku + "\"}",
                "ops",
                List.of("电商部"),
                null,
                null,
                null));
  }

  private static long task(String id) {
    var inbox = app.getBean(ApprovalInbox.class);
    await()
        .atMost(LIMIT)
        .until(
            () -> inbox.list(Box.MINE, "ecom", 10).stream().anyMatch(item -> item.id().equals(id)));
    var todo = inbox.find(id, "ecom").orElseThrow().todo().getFirst();
    assertThat(todo.form()).as("the form the engine recorded").contains("approval-decision");
    return todo.key();
  }

  private static void decide(String id, long task) {
    var browser = Browser.of(port, "ecom");
    var page = JsonMapper.shared().readTree(browser.get("/api/approvals/" + id).body());
    var answer =
        browser.post(
            "/api/approvals/" + id + "/tasks/" + task + "/decision",
            "{\"answer\":\"APPROVE\",\"hash\":\"%s\",\"comment\":\"\"}"
                .formatted(page.path("hash").asString()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  private static String state(String id) {
    return app.getBean(JdbcClient.class)
        .sql("SELECT state FROM approval_request WHERE 'A' || id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  private static List<String> actions(long task) {
    await().atMost(LIMIT).until(() -> !completed(task).isEmpty());
    return completed(task);
  }

  private static List<String> completed(long task) {
    return app.getBean(JdbcClient.class)
        .sql("SELECT action FROM history.user_task WHERE key = :key AND state = 'COMPLETED'")
        .param("key", task)
        .query(String.class)
        .list();
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
