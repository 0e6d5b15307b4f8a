package dev.siyu.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.siyu.time.SiyuClock;
import dev.siyu.time.TimeTravel;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;

/** The real children on free ports: killed one by one, they come back with clock and data. */
@SuppressWarnings("NullAway.Init") // set before all tests
class EmbeddedIT {

  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final List<String> PORTS =
      List.of(
          "server.port",
          "siyu.postgres.port",
          "siyu.engine.grpc-port",
          "siyu.engine.command-port",
          "siyu.engine.internal-port",
          "siyu.engine.rest-port",
          "siyu.engine.management-port",
          "siyu.simulator.port");

  private static Path data;
  private static ConfigurableApplicationContext app;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    data = folder;
    List<String> arguments = new ArrayList<>();
    arguments.add("--siyu.data=" + folder);
    arguments.add("--siyu.sample-groups=false"); // their callbacks would find no door here
    for (String port : PORTS) {
      try (var free = new ServerSocket(0)) {
        arguments.add("--" + port + "=" + free.getLocalPort());
      }
    }
    app = Slice.start(arguments.toArray(String[]::new));
    app.getBean(Servers.class).allReady().join();
  }

  @AfterAll
  static void stop() {
    app.close();
    assertThat(new PidFile(data.resolve("run/broker.pid")).living()).isEmpty();
    assertThat(new PidFile(data.resolve("run/postgres.pid")).living()).isEmpty();
  }

  @Test
  void shouldMoveEverybodyAndBringKilledChildrenBackToTheSameTime() throws Exception {
    // given
    Instant target = app.getBean(SiyuClock.class).instant().plus(Duration.ofDays(30));
    app.getBean(TimeTravel.class).advanceTo(target);
    await().atMost(LIMIT).until(() -> !app.getBean(TimeTravel.class).progress().moving());
    assertThat(brokerNow()).isBetween(target, target.plusSeconds(60));

    // when
    kill("broker");
    kill("simulator");

    // then
    awaitReady();
    assertThat(brokerNow()).isBetween(target, target.plusSeconds(120));
    assertThat(simulatorNow()).isBetween(target, target.plusSeconds(120));

    // when
    kill("postgres");

    // then
    awaitReady();
    await()
        .atMost(LIMIT)
        .ignoreExceptions()
        .until(
            () ->
                app.getBean(JdbcClient.class)
                        .sql("select offset_millis from clock_setting")
                        .query(Long.class)
                        .single()
                    >= Duration.ofDays(29).toMillis());
  }

  private static void kill(String child) {
    ProcessHandle process =
        new PidFile(data.resolve("run/" + child + ".pid")).living().orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
    await()
        .atMost(LIMIT)
        .until(() -> new PidFile(data.resolve("run/" + child + ".pid")).living().isPresent());
  }

  private static void awaitReady() {
    await()
        .atMost(LIMIT)
        .until(() -> app.getBean(Servers.class).children().stream().allMatch(Child::isReady));
  }

  private static Instant brokerNow() throws Exception {
    String address = app.getBean(EmbeddedSettings.class).management() + "/actuator/clock";
    return Instant.ofEpochMilli(
        new ObjectMapper().readTree(get(address)).path("epochMilli").asLong());
  }

  private static Instant simulatorNow() throws Exception {
    int port = app.getBean(EmbeddedSettings.class).simulator().port();
    String address = "http://127.0.0.1:" + port + "/sim/clock";
    return Instant.parse(new ObjectMapper().readTree(get(address)).path("now").asString());
  }

  private static String get(String address) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(address)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
