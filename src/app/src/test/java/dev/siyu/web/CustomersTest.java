package dev.siyu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SiteTest
class CustomersTest {

  private static final String DATA =
      """
      INSERT INTO customer (id, external_user_id, union_id, name, stage, channel, zone, added_at, created_at)
      SELECT 'C' || n, 'wm' || n, 'u' || n, '客户' || n, 'SEED', 'ads', 'Asia/Shanghai',
             '2010-12-01T00:00:00Z', timestamptz '2010-12-01T00:00:00Z' + n * interval '1 second'
        FROM generate_series(20001, 20007) n;
      INSERT INTO customer_alias VALUES ('C19999', 'C20001', '2010-12-02T00:00:00Z');
      INSERT INTO customer_tag VALUES ('C20001', '渠道:投放', '2010-12-01T00:00:00Z');
      INSERT INTO customer_staff VALUES ('C20001', 'mei', '2010-12-01T00:00:00Z', NULL, 'ads');
      INSERT INTO customer_stage (customer_id, stage, at, reason)
        VALUES ('C20001', 'SEED', '2010-12-01T00:00:01Z', '添加好友');
      INSERT INTO inbox_event (dedupe_key, source, type, subject, body, body_hash, occurred_at, received_at, state, changed_at)
        VALUES ('wecom:1', 'WECOM', 'change_external_contact/add_external_contact', 'wm20001', '', '', '2010-12-01T00:00:00Z', '2010-12-01T00:00:00Z', 'DONE', '2010-12-01T00:00:00Z'),
               ('mall:1', 'MALL', 'order.paid', 'u20001', '', '', '2010-12-03T00:00:00Z', '2010-12-03T00:00:00Z', 'DONE', '2010-12-03T00:00:00Z');
      INSERT INTO touchpoint (customer_id, journey, step, occurrence, medium, content, request_hash, state, rule, reason, not_before, asked_at, updated_at)
        VALUES ('C19999', 'seed-user-intake', 'remind', 'e1', 'MASS_SEND', 'intake-reminder-1', 'h', 'REFUSED', 'quiet-hours', '静默时段 21:00-09:00 内不打扰', '2010-12-06T01:00:00Z', '2010-12-05T14:00:00Z', '2010-12-05T14:00:00Z');
      INSERT INTO paid_order VALUES ('mall', '536365', 'C20001', 13912, 0, 7, 'United Kingdom', NULL, '2010-12-03T00:00:00Z');
      INSERT INTO refund VALUES ('mall', 'r1', 'C20001', NULL, 912, '2010-12-09T00:00:00Z');
      INSERT INTO history.process_instance VALUES (9007199254740993, 1, 'seed-user-intake', 1, 5, NULL, 'C20001', 'COMPLETED', '2010-12-01T00:00:02Z', '2010-12-03T00:00:01Z');
      """;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void data() {
    jdbc.sql(
            """
            TRUNCATE customer, customer_alias, customer_tag, customer_staff, customer_stage,
              inbox_event, touchpoint, paid_order, refund, history.process_instance CASCADE;
            """
                + DATA)
        .update();
  }

  @Test
  void shouldPageThroughCustomersNewestFirst() {
    // given
    var browser = Browser.of(port, "staff");
    var seen = new ArrayList<String>();
    var cursor = "";
    // when
    do {
      var page = json(browser, "/api/customers?limit=3" + cursor);
      page.path("items").forEach(item -> seen.add(item.path("id").asString()));
      cursor = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asString();
    } while (!cursor.isEmpty());
    // then
    assertThat(seen)
        .containsExactly("C20007", "C20006", "C20005", "C20004", "C20003", "C20002", "C20001");
  }

  @Test
  void shouldFindCustomersByAnyOfTheirNames() {
    var browser = Browser.of(port, "staff");
    for (var query : new String[] {"C20001", "c20001", "wm20001", "u20001", "%E6%88%B720001"}) {
      var items = json(browser, "/api/customers?query=" + query).path("items");
      assertThat(items.size()).as(query).isEqualTo(1);
      assertThat(items.get(0).path("netCents").asLong()).isEqualTo(13_000);
    }
    assertThat(json(browser, "/api/customers?query=%25").path("items").size()).isZero();
    assertThat(json(browser, "/api/customers?stage=CORE").path("items").size()).isZero();
  }

  @Test
  void shouldShowACustomerAlsoUnderAnIdThatWasMerged() {
    var customer = json(Browser.of(port, "staff"), "/api/customers/C19999");
    assertThat(customer.path("id").asString()).isEqualTo("C20001");
    assertThat(customer.path("tags").get(0).asString()).isEqualTo("渠道:投放");
    assertThat(customer.path("staff").get(0).path("userId").asString()).isEqualTo("mei");
    assertThat(customer.path("orders").path("paidCents").asLong()).isEqualTo(13_912);
    assertThat(customer.path("orders").path("refundedCents").asLong()).isEqualTo(912);
  }

  @Test
  void shouldTellEverythingThatHappenedNewestFirstInWholeSentences() {
    // given
    var browser = Browser.of(port, "staff");
    var texts = new ArrayList<String>();
    var cursor = "";
    // when
    do {
      var page = json(browser, "/api/customers/C20001/timeline?limit=2" + cursor);
      page.path("items").forEach(item -> texts.add(item.path("text").asString()));
      cursor = page.path("next").isNull() ? "" : "&before=" + page.path("next").asString();
    } while (!cursor.isEmpty());
    // then
    assertThat(texts)
        .containsExactly(
            "无原单退款 r1",
            "群发消息「intake-reminder-1」未发出：静默时段 21:00-09:00 内不打扰，可于 12-06 09:00 再试",
            "走完旅程「seed-user-intake」第 1 版",
            "下单付款，订单 536365",
            "进入旅程「seed-user-intake」第 1 版",
            "进入阶段：种子用户（添加好友）",
            "添加了导购的企业微信");
  }

  @Test
  void shouldTellTheSameInEnglishAndOnlyOneKindWhenAsked() {
    // given
    var browser = Browser.of(port, "staff");
    browser.language = "en";
    // when
    var page = json(browser, "/api/customers/C20001/timeline?kind=TOUCH");
    // then
    assertThat(page.path("items").size()).isEqualTo(1);
    assertThat(page.path("items").get(0).path("text").asString())
        .isEqualTo(
            "Message \"intake-reminder-1\" not made: quiet hours; may be asked again from 12-06 09:00");
  }

  @Test
  void shouldAnswerWhyInOneSentenceWithTheRuleAndTheMoment() {
    // given
    var browser = Browser.of(port, "staff");
    browser.language = "en";
    // when
    var answer = json(browser, "/api/customers/C20001/why?journey=first-order&step=task_SendOffer");
    var choices = json(browser, "/api/customers/C20001/why/choices").path("items");
    // then
    assertThat(answer.path("verdict").asString()).isEqualTo("REFUSED");
    assertThat(answer.path("rule").asString()).isEqualTo("quiet-hours");
    assertThat(answer.path("sentence").asString()).startsWith("Not made: on 1970-01-01");
    assertThat(choices.get(0).path("steps").get(0).path("step").asString())
        .isEqualTo("task_SendOffer");
    assertThat(browser.get("/api/customers/C1/why?journey=a&step=b").statusCode()).isEqualTo(404);
    assertThat(browser.get("/api/customers/C20001/why?journey=a").statusCode()).isEqualTo(400);
  }

  @Test
  void shouldSayWhatIsWrongWithAnInput() {
    var browser = Browser.of(port, "staff");
    for (var bad :
        new String[] {
          "/api/customers?limit=201",
          "/api/customers?limit=0",
          "/api/customers?limit=x",
          "/api/customers?stage=NONE",
          "/api/customers?cursor=zzz",
          "/api/customers/C20001/timeline?before=MQ"
        }) {
      var answer = browser.get(bad);
      assertThat(answer.statusCode()).as(bad).isEqualTo(400);
      assertThat(answer.body()).contains("SIYU-5010", "details");
    }
    assertThat(browser.get("/api/customers/C1").statusCode()).isEqualTo(404);
  }

  private static JsonNode json(Browser browser, String path) {
    var answer = browser.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }
}
