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
class FissionSiteTest {

  private static final String SEGMENT = "{\"tags\":[\"裂变测试\"],\"layers\":[],\"most\":10}";
  private static final String ORDER =
      """
      {"name":"春季","content":"fission-invitation","startsAt":"2098-12-30T02:00:00Z",
       "endsAt":"2099-01-05T02:00:00Z","watchDays":7,"budgetCents":100000,"spreadMinutes":60,
       "levels":[{"helpers":3,"template":"gift-10","cents":1000,"validDays":30}],"segment":%s}
      """
          .formatted(SEGMENT);

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void oneContact() {
    jdbc.sql("TRUNCATE fission_campaign CASCADE").update();
    jdbc.sql(
            """
            INSERT INTO customer (id, external_user_id, name, zone, created_at)
            VALUES ('C77001', 'wm-77001', '小明', 'Asia/Shanghai', '2026-01-01Z')
            ON CONFLICT DO NOTHING
            """)
        .update();
    jdbc.sql(
            """
            INSERT INTO customer_staff (customer_id, staff_user_id, since)
            VALUES ('C77001', 'li.na', '2026-01-01Z') ON CONFLICT DO NOTHING
            """)
        .update();
    jdbc.sql(
            """
            INSERT INTO customer_tag (customer_id, tag, since)
            VALUES ('C77001', '裂变测试', '2026-01-01Z') ON CONFLICT DO NOTHING
            """)
        .update();
  }

  private static JsonNode json(String body) {
    return JsonMapper.shared().readTree(body);
  }

  @Test
  void shouldCountStartShowAndStopACampaign() {
    // given
    var ops = Browser.of(port, "ops");
    assertThat(json(ops.post("/api/fission-count", SEGMENT).body()).path("customers").asInt())
        .isEqualTo(1);
    var started = ops.post("/api/fission", ORDER);
    assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
    var path = "/api/fission/" + json(started.body()).path("id").asLong();

    // when
    var detail = json(Browser.of(port, "auditor").get(path).body());
    var stopped = ops.post(path + "/stop", "{\"reason\":\"预算调整\"}");

    // then
    assertThat(detail.path("inviters").get(0).path("customerId").asString()).isEqualTo("C77001");
    assertThat(detail.path("levels").get(0).path("helpers").asInt()).isEqualTo(3);
    assertThat(stopped.statusCode()).isEqualTo(204);
    assertThat(ops.post(path + "/stop", "{\"reason\":\"再停\"}").statusCode()).isEqualTo(409);
    assertThat(json(ops.get("/api/fission").body()).get(0).path("state").asString())
        .isEqualTo("STOPPED");
  }

  @Test
  void shouldSayWhatIsWrongWithACampaign() {
    var ops = Browser.of(port, "ops");
    assertThat(ops.post("/api/fission", ORDER.replace("裂变测试", "没有人")).body()).contains("SIYU-8307");
    assertThat(ops.post("/api/fission", ORDER.replace("fission-invitation", "none")).body())
        .contains("SIYU-8306");
    assertThat(ops.post("/api/fission", ORDER.replace("1000,", "0,")).statusCode()).isEqualTo(400);
    assertThat(
            ops.post("/api/fission-helpers/1/decision", "{\"valid\":true,\"reason\":\"好\"}")
                .statusCode())
        .isEqualTo(400);
    assertThat(
            ops.post("/api/fission-helpers/1/decision", "{\"valid\":true,\"reason\":\"核实过\"}")
                .statusCode())
        .isEqualTo(409);
  }
}
