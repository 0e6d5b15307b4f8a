package dev.siyu.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SiteTest
class MomentsTest {

  private static final String ORDER =
      """
      {"content":"moments-star-week","accounts":["li.na"],"tags":[],"publishAt":"2099-01-05T02:00:00Z"}
      """;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    jdbc.sql("TRUNCATE moment_plan CASCADE").update();
    jdbc.sql(
            """
            INSERT INTO account (user_id, name, opened_at, status, reason, since, weight,
              hours_from, hours_until, daily_capacity)
            VALUES ('li.na', '李娜', '2020-01-01Z', 'ACTIVE', '', '2020-01-01Z', 1, '09:00', '21:00',
              100) ON CONFLICT DO NOTHING
            """)
        .update();
  }

  private static JsonNode json(String body) {
    return JsonMapper.shared().readTree(body);
  }

  @Test
  void shouldPlanShowAndCancelAMoment() {
    // given
    var ops = Browser.of(port, "ops");
    var planned = ops.post("/api/moments", ORDER);
    assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
    var path = "/api/moments/" + json(planned.body()).path("id").asLong();

    // when
    var cancelled = ops.post(path + "/cancel", "{\"reason\":\"改期\"}");
    var again = ops.post(path + "/cancel", "{\"reason\":\"改期\"}");

    // then
    assertThat(cancelled.statusCode()).isEqualTo(204);
    assertThat(again.body()).contains("SIYU-3454");
    var detail = json(Browser.of(port, "auditor").get(path).body());
    assertThat(detail.path("view").path("state").asString()).isEqualTo("CANCELLED");
    assertThat(detail.path("events").get(0).path("who").asString()).isEqualTo("ops");
  }

  @Test
  void shouldSayWhatIsWrongWithAnOrder() {
    var ops = Browser.of(port, "ops");
    assertThat(ops.post("/api/moments", ORDER.replace("2099", "1999")).body())
        .contains("SIYU-3456");
    assertThat(ops.post("/api/moments", ORDER.replace("li.na", "x")).body()).contains("SIYU-3456");
    assertThat(ops.post("/api/moments", ORDER.replace("star-week", "none")).body())
        .contains("SIYU-3455");
    assertThat(ops.post("/api/moments", ORDER.replace("[]", "null")).statusCode()).isEqualTo(400);
    assertThat(json(ops.post("/api/moment-preview", ORDER).body()).path("text").asString())
        .contains("好物");
  }
}
