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
class ClosingsSiteTest {

  /** A month long before those that other tests on this site look at. */
  private static final String MONTH = "2001-03";

  private static final String DATA =
      """
      WITH j AS (
        INSERT INTO ledger_journal (key, kind, month, note, hash, actor, posted_at)
        VALUES ('closings-site', 'FINAL', '2001-03-01', '结算', 'h', 'siyu', '2001-04-01T00:00:00Z')
        RETURNING id, month)
      INSERT INTO ledger_entry (journal_id, month, account, department, cents, source, order_id)
      SELECT j.id, j.month, e.account, e.department, e.cents, 'mall', 'CS-1'
      FROM j CROSS JOIN (VALUES ('FINAL', '门店', 700), ('PROVISIONAL', '门店', -700),
        ('FINAL', '电商部', 300), ('PROVISIONAL', '电商部', -300)) AS e (account, department, cents);
      INSERT INTO closing (month, state, round, opened_by, opened_at, check_until, note, changed_at)
      VALUES ('2001-03-01', 'CONFIRMING', 1, 'finance', '2001-04-01T00:00:00Z',
        '2001-04-02T00:00:00Z', '', '2001-04-03T00:00:00Z');
      INSERT INTO closing_confirmation (month, round, department)
      VALUES ('2001-03-01', 1, '门店'), ('2001-03-01', 1, '电商部')
      """;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void data() {
    if (jdbc.sql("SELECT NOT EXISTS (SELECT FROM closing WHERE month = '2001-03-01')")
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

  private static JsonNode month(Browser browser) {
    var answer = json(browser.get("/api/closings").body());
    for (var one : answer.path("items")) {
      if (one.path("month").asString().equals(MONTH)) {
        return one;
      }
    }
    throw new AssertionError(answer);
  }

  private static String code(Browser browser, String path, String body) {
    var answer = browser.post("/api/closings" + path, body);
    return answer.statusCode() == 409
        ? json(answer.body()).path("code").asString()
        : String.valueOf(answer.statusCode());
  }

  @Test
  void shouldLetEachDepartmentAnswerOnceForTheStatementItSaw() {
    // given
    var store = Browser.of(port, "store");
    var ecom = Browser.of(port, "ecom");
    var seen = month(store).path("confirmations");
    assertThat(seen.findValuesAsString("department")).as("its own").containsExactly("门店");
    var hash = seen.get(0).path("hash").asString();
    // then
    assertThat(code(store, "/2001-03/confirm", "{\"hash\": \"old\"}")).isEqualTo("SIYU-8183");
    assertThat(code(ecom, "/2001-03/confirm", "{\"hash\": \"" + hash + "\"}"))
        .as("another department's statement")
        .isEqualTo("SIYU-8183");
    // when
    assertThat(code(store, "/2001-03/confirm", "{\"hash\": \"" + hash + "\"}")).isEqualTo("204");
    var own = month(ecom).path("confirmations").get(0).path("hash").asString();
    var contest = "{\"hash\": \"" + own + "\", \"reason\": \"订单 CS-1 有异议\"}";
    assertThat(code(ecom, "/2001-03/contest", contest)).isEqualTo("204");
    // then
    assertThat(code(ecom, "/2001-03/contest", contest)).as("twice").isEqualTo("SIYU-8182");
    var all = month(Browser.of(port, "auditor")).path("confirmations");
    assertThat(all.findValuesAsString("answer")).containsExactly("CONTESTED", "CONFIRMED");
    assertThat(all.findValuesAsString("note")).containsExactly("订单 CS-1 有异议", "");
    assertThat(all.get(0).path("changed").asBoolean()).isFalse();
  }

  @Test
  void shouldOpenAndCallOffMonthsForFinanceOnly() {
    // given
    var finance = Browser.of(port, "finance");
    // then
    assertThat(code(finance, "", "{\"month\": \"2001-02\"}"))
        .as("before the first month with money")
        .isEqualTo("SIYU-8180");
    assertThat(code(finance, "", "{\"month\": \"2099-01\"}")).as("future").isEqualTo("SIYU-8180");
    assertThat(code(finance, "", "{\"month\": \"2001-03\"}"))
        .as("under way")
        .isEqualTo("SIYU-8180");
    assertThat(code(Browser.of(port, "store"), "", "{\"month\": \"2001-04\"}")).isEqualTo("403");
    // when
    assertThat(code(finance, "", "{\"month\": \"2001-04\"}")).isEqualTo("202");
    assertThat(code(finance, "/2001-04/go-on", "{}")).isEqualTo("204");
    assertThat(code(finance, "/2001-04/call-off", "{}")).isEqualTo("204");
    // then
    assertThat(code(finance, "/2001-04/call-off", "{}")).as("twice").isEqualTo("SIYU-8181");
    assertThat(code(finance, "/2001-04/go-on", "{}")).isEqualTo("SIYU-8181");
    assertThat(code(finance, "/2001-03/confirm", "{\"hash\": \"x\"}"))
        .as("no department's head")
        .isEqualTo("403");
    assertThat(Browser.of(port, "staff").get("/api/closings").statusCode()).isEqualTo(403);
  }
}
