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
class LayersTest {

  private static final String DATA =
      """
      INSERT INTO customer (id, external_user_id, name, stage, zone, created_at)
      SELECT 'C' || n, 'wm-l' || n, '客户' || n, 'SEED', 'Asia/Shanghai', '2010-12-01T00:00:00Z'
        FROM generate_series(40001, 40004) n;
      INSERT INTO layer_rules VALUES (1, '<x/>', 'SHIPPED', 'siyu', NULL, '2010-12-01T00:00:00Z');
      INSERT INTO customer_staff VALUES ('C40001', 'li.na', '2010-12-01T00:00:00Z', NULL, NULL);
      INSERT INTO customer_layer (customer_id, layer, reason, since, net_year_cents, net_ever_cents,
        orders_year, active_months, silent_months, as_of, rules_version)
      SELECT 'C' || n, 'CORE', '净消费高', '2011-05-01T00:00:00Z', 600000 + n, 700000, 9, 6, 0,
        '2011-05-01', 1 FROM generate_series(40001, 40003) n;
      INSERT INTO layer_move (customer_id, from_layer, to_layer, cause, reason, net_year_cents,
        net_ever_cents, orders_year, active_months, silent_months, rules_version, at)
      VALUES ('C40001', 'OUTER', 'CORE', 'ORDER', '净消费高', 600000, 700000, 9, 6, 0, 1, '2011-05-01T00:00:00Z');
      INSERT INTO core_member (customer_id, state, why, invitation, staff_user_id, operator,
        invited_at, joined_at, left_at, changed_at)
      VALUES ('C40001', 'MEMBER', 'ACCEPTED', 1, 'li.na', 'chen.jing', '2011-05-02T00:00:00Z', '2011-05-03T00:00:00Z', NULL, '2011-05-03T00:00:00Z'),
             ('C40003', 'OUT', 'REFUNDED', 1, 'li.na', 'chen.jing', '2011-05-02T00:00:00Z', NULL, '2011-05-04T00:00:00Z', '2011-05-04T00:00:00Z');
      INSERT INTO core_move (customer_id, from_state, to_state, why, note, actor, at)
      VALUES ('C40003', 'INVITED', 'OUT', 'REFUNDED', '近一年净消费 12.00', 'siyu', '2011-05-04T00:00:00Z');
      """;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void data() {
    jdbc.sql(
            """
            TRUNCATE customer, layer_rules, customer_layer, layer_move, core_member, core_move
              CASCADE;
            """
                + DATA)
        .update();
  }

  @Test
  void shouldShowWhoIsInTheCircleAndWhoLeftAndWhy() {
    var browser = Browser.of(port, "boss");
    // when
    var members = json(browser, "/api/layers/circle");
    var left = json(browser, "/api/layers/circle?state=OUT");
    // then
    assertThat(members.size()).isEqualTo(1);
    assertThat(members.get(0).path("operator").asString()).isEqualTo("chen.jing");
    assertThat(left.get(0).path("why").asString()).isEqualTo("REFUNDED");
    assertThat(left.get(0).path("note").asString()).isEqualTo("近一年净消费 12.00");
  }

  @Test
  void shouldListWhoQualifiesAndIsNotInTheCircleTheBestFirst() {
    // when
    var waiting = json(Browser.of(port, "ops"), "/api/layers/waiting");
    // then
    assertThat(waiting.size()).isEqualTo(2);
    assertThat(waiting.get(0).path("customerId").asString()).isEqualTo("C40003");
    assertThat(waiting.get(1).path("customerId").asString()).isEqualTo("C40002");
  }

  @Test
  void shouldTellACustomersLayerWithItsFactsAndMovementsAlsoToStaff() {
    var browser = Browser.of(port, "staff");
    // when
    var core = json(browser, "/api/customers/C40001/layer");
    var never = json(browser, "/api/customers/C40004/layer");
    // then
    assertThat(core.path("layer").asString()).isEqualTo("CORE");
    assertThat(core.path("facts").path("netYearCents").asLong()).isEqualTo(640_001);
    assertThat(core.path("membership").path("state").asString()).isEqualTo("MEMBER");
    assertThat(core.path("moves").get(0).path("to").asString()).isEqualTo("CORE");
    assertThat(never.path("layer").asString()).isEqualTo("OUTER");
    assertThat(never.path("facts").isNull()).isTrue();
    assertThat(browser.get("/api/customers/C9/layer").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldRefuseToRemoveWhoIsNotInTheCircle() {
    var browser = Browser.of(port, "manager");
    for (var id : new String[] {"C40003", "C40002", "C9", "x"}) {
      var answer = browser.post("/api/layers/circle/" + id + "/remove", "{\"note\":\"转售内部价\"}");
      assertThat(answer.statusCode()).as(id).isEqualTo(409);
    }
    assertThat(browser.post("/api/layers/circle/C40001/remove", "{\"note\":\" \"}").statusCode())
        .isEqualTo(400);
  }

  private static JsonNode json(Browser browser, String path) {
    var answer = browser.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }
}
