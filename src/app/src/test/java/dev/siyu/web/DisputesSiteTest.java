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
class DisputesSiteTest {

  /** In a month and of departments that no other test on this site looks at. */
  private static final String DATA =
      """
      INSERT INTO attribution_decision (source, order_id, number, cause, evidence, hash, owner, rule,
        reason, actor, decided_at)
      VALUES ('mall', 'D-1', 1, 'PAID', '{}', 'h', '门店', '门店引流首单', '首单', 'siyu',
        '2026-09-02T00:00:00Z');
      INSERT INTO attribution_share VALUES ('mall', 'D-1', 1, '门店', 7000),
        ('mall', 'D-1', 1, '直营部', 3000);
      INSERT INTO attribution (source, order_id, customer_id, amount_cents, paid_at, decision, state,
        approval, final_after)
      VALUES ('mall', 'D-1', 'C1', 1000, '2026-09-01T00:00:00Z', 1, 'PROVISIONAL', 'NONE',
        '2026-09-16T00:00:00Z')
      """;

  private static final String CONTEST =
      """
      {"source": "mall", "orderId": "D-1", "about": "OWNER", "reason": "直播间成交", "lines": [],
       "links": ["%s"], "shares": [{"department": "电商部", "bp": 10000}]}
      """;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void data() {
    if (jdbc.sql("SELECT NOT EXISTS (SELECT FROM attribution WHERE order_id = 'D-1')")
        .query(Boolean.class)
        .single()) {
      for (var sql : DATA.split(";\n")) {
        jdbc.sql(sql).update();
      }
    }
  }

  private static JsonNode json(String body) {
    return JsonMapper.shared().readTree(body);
  }

  @Test
  void shouldLetDepartmentsContestAnswerAndWithdrawEachForItself() {
    // given
    var ecom = Browser.of(port, "ecom");
    var store = Browser.of(port, "store");
    // when
    var script = ecom.post("/api/disputes", CONTEST.formatted("javascript:alert(1)"));
    var opened = ecom.post("/api/disputes", CONTEST.formatted("https://live.example/1"));
    // then
    assertThat(script.statusCode()).isEqualTo(422);
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
    var id = json(opened.body()).path("id").asString();
    var again = ecom.post("/api/disputes", CONTEST.formatted("https://live.example/1"));
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(json(again.body()).path("code").asString()).isEqualTo("SIYU-8172");
    // when
    var said = store.post("/api/disputes/" + id + "/answers", ANSWER);
    // then
    assertThat(said.statusCode()).as(said.body()).isEqualTo(204);
    assertThat(store.post("/api/disputes/" + id + "/answers", ANSWER).statusCode()).isEqualTo(409);
    assertThat(store.post("/api/disputes/" + id + "/withdraw", REASON).statusCode())
        .as("not theirs")
        .isEqualTo(404);
    var page = json(store.get("/api/disputes/" + id).body());
    assertThat(page.path("own").asString()).isEqualTo("门店");
    assertThat(page.path("dispute").path("parties").findValuesAsString("department"))
        .containsExactlyInAnyOrder("直营部", "门店");
    assertThat(page.path("steps").findValuesAsString("act")).containsExactly("OPENED", "ANSWERED");
    assertThat(ecom.post("/api/disputes/" + id + "/withdraw", REASON).statusCode()).isEqualTo(204);
    assertThat(
            jdbc.sql("SELECT count(*) FROM attribution_hold WHERE holder = :id")
                .param("id", id)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void shouldHideADisputeFromWhomItDoesNotConcern() {
    // given
    var store = Browser.of(port, "store");
    var own = CONTEST.formatted("https://x.example").replace("电商部", "门店");
    var id = json(store.post("/api/disputes", own).body()).path("id").asString();
    // then
    var ecom = Browser.of(port, "ecom");
    assertThat(ecom.get("/api/disputes/" + id).statusCode()).isEqualTo(404);
    assertThat(json(ecom.get("/api/disputes").body()).path("items").findValuesAsString("id"))
        .doesNotContain(id);
    var ofOrder = "/api/disputes?source=mall&orderId=";
    assertThat(json(ecom.get(ofOrder + "D-1").body()).path("items").findValuesAsString("id"))
        .doesNotContain(id);
    var auditor = Browser.of(port, "auditor");
    assertThat(json(auditor.get(ofOrder + "D-1").body()).path("items").findValuesAsString("id"))
        .contains(id);
    assertThat(json(auditor.get(ofOrder + "D-2").body()).path("items").size()).isZero();
    assertThat(auditor.get("/api/disputes?source=mall").statusCode()).isEqualTo(400);
    assertThat(json(auditor.get("/api/disputes").body()).path("items").findValuesAsString("id"))
        .contains(id);
    assertThat(json(auditor.get("/api/dispute-form").body()).path("schema").asString())
        .contains("field_stance");
    assertThat(Browser.of(port, "ops").get("/api/disputes").statusCode()).isEqualTo(403);
  }

  private static final String ANSWER =
      "{\"stance\": \"OBJECTS\", \"text\": \"我们引流的\", \"links\": []}";
  private static final String REASON = "{\"reason\": \"已说清\"}";
}
