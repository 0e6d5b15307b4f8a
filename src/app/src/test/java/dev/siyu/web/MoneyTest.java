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
class MoneyTest {

  /** One order of two departments, and one of a third alone. */
  private static final String DATA =
      """
      INSERT INTO attribution_decision (source, order_id, number, cause, evidence, hash, owner, rule,
        reason, actor, decided_at)
      SELECT 'mall', id, 1, 'PAID', '{"first":true}', 'h', '门店', '门店引流首单', '首单', 'siyu',
        '2026-11-02T00:00:00Z' FROM (VALUES ('M1'), ('M2')) AS o (id);
      INSERT INTO attribution_share VALUES ('mall', 'M1', 1, '门店', 7000),
        ('mall', 'M1', 1, '私域运营部', 3000), ('mall', 'M2', 1, '电商部', 10000);
      INSERT INTO attribution (source, order_id, customer_id, amount_cents, paid_at, decision, state,
        approval, final_after)
      SELECT 'mall', id, 'C1', 1000, '2026-11-01T00:00:00Z', 1, 'PROVISIONAL', 'NONE',
        '2026-11-16T00:00:00Z' FROM (VALUES ('M1'), ('M2')) AS o (id);
      WITH j AS (
        INSERT INTO ledger_journal (key, kind, month, note, hash, actor, posted_at)
        SELECT id, 'ORDER', '2026-11-01', '订单归属', 'h', 'siyu', '2026-11-02T00:00:00Z'
        FROM (VALUES ('M1'), ('M2')) AS o (id) RETURNING id, key, month)
      INSERT INTO ledger_entry (journal_id, month, account, department, cents, source, order_id)
      SELECT j.id, j.month, e.account, e.department, e.cents, 'mall', j.key
      FROM j JOIN (VALUES ('M1', 'ORDERS', '', -1000), ('M1', 'PROVISIONAL', '门店', 700),
        ('M1', 'PROVISIONAL', '私域运营部', 300), ('M2', 'ORDERS', '', -1000),
        ('M2', 'PROVISIONAL', '电商部', 1000)) AS e (key, account, department, cents)
        ON e.key = j.key;
      """;

  private static final String TERMS =
      """
      {"terms": {"title": "两部门", "scope": "mall", "protectionDays": 30, "windowDays": 90,
        "afterSaleDays": 7, "lostRefunds": "OWNER", "from": "2099-01-01", "to": null,
        "signers": %s, "owners": [],
        "rules": [{"name": "一半", "when": {"turn": "ANY", "facts": {}},
          "shares": [{"department": "私域运营部", "bp": %d}, {"department": "门店", "bp": 5000}]}]}}
      """;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void data() {
    boolean isNew =
        jdbc.sql("SELECT NOT EXISTS (SELECT FROM attribution WHERE order_id = 'M1')")
            .query(Boolean.class)
            .single();
    if (isNew) {
      for (var sql : DATA.split(";\n")) {
        jdbc.sql(sql).update();
      }
    }
  }

  private static JsonNode json(Browser browser, String path) {
    var answer = browser.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  @Test
  void shouldShowAManagerTheOwnPartOnly() {
    // given
    var manager = Browser.of(port, "manager");
    // when
    var orders = json(manager, "/api/money/orders").path("items");
    var detail = json(manager, "/api/money/orders/mall/M1");
    // then
    assertThat(orders.findValuesAsString("orderId")).containsExactly("M1");
    assertThat(detail.path("order").path("shares").get(0).path("bp").asInt()).isEqualTo(7_000);
    assertThat(detail.path("order").path("shares").get(0).path("cents").isNull()).isTrue();
    assertThat(detail.path("order").path("shares").get(1).path("cents").asLong()).isEqualTo(300);
    assertThat(detail.path("journals").get(0).path("entries").size()).isEqualTo(1);
  }

  @Test
  void shouldAnswerForeignMoneyLikeMissingMoney() {
    // given
    var manager = Browser.of(port, "manager");
    // then
    var foreign = manager.get("/api/money/orders/mall/M2");
    var missing = manager.get("/api/money/orders/mall/M3");
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(foreign.body()).isEqualTo(missing.body());
    for (var path : new String[] {"balances", "entries"}) {
      var asked = json(manager, "/api/ledger/" + path + "?department=%E7%94%B5%E5%95%86%E9%83%A8");
      assertThat(asked.path("items").size()).as(path).isZero();
      assertThat(
              json(manager, "/api/ledger/" + path).path("items").findValuesAsString("department"))
          .as(path)
          .containsOnly("私域运营部");
    }
  }

  @Test
  void shouldShowTheAuditorEverything() {
    var auditor = Browser.of(port, "auditor");
    assertThat(json(auditor, "/api/money/orders?month=2026-11").path("items").size()).isEqualTo(2);
    assertThat(json(auditor, "/api/ledger/balances").path("items").findValuesAsString("department"))
        .contains("门店", "电商部", "私域运营部");
    assertThat(
            json(auditor, "/api/money/orders/mall/M2").path("order").path("amountCents").asLong())
        .isEqualTo(1_000);
  }

  @Test
  void shouldDraftCheckAndShowAgreementsToThoseTheyName() {
    // given
    var manager = Browser.of(port, "manager");
    var both = "[\"私域运营部\", \"门店\"]";
    // when
    var wrong = manager.post("/api/agreements", TERMS.formatted(both, 4_999));
    var without = manager.post("/api/agreements", TERMS.formatted("[\"门店\"]", 5_000));
    var made = manager.post("/api/agreements", TERMS.formatted(both, 5_000));
    // then
    assertThat(wrong.statusCode()).isEqualTo(409);
    assertThat(wrong.body()).contains("SIYU-8110");
    assertThat(without.statusCode()).isEqualTo(400);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    var id = JsonMapper.shared().readTree(made.body()).path("id").asString();
    assertThat(json(manager, "/api/agreements/" + id).path("state").asString()).isEqualTo("DRAFT");
    assertThat(
            manager
                .post("/api/agreements/" + id, TERMS.formatted(both, 5_000).replace("90", "60"))
                .statusCode())
        .isEqualTo(204);
    var asked = manager.post("/api/agreements/" + id + "/ask", "{}");
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
    assertThat(manager.post("/api/agreements/" + id, TERMS.formatted(both, 5_000)).body())
        .contains("SIYU-8111");
    assertThat(Browser.of(port, "ops").get("/api/agreements/" + id).statusCode()).isEqualTo(403);
  }
}
