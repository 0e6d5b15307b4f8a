package dev.siyu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SiteTest
class GoodsAndCouponsTest {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    jdbc.sql("TRUNCATE customer, touchpoint, coupon_end, product, product_request, good CASCADE")
        .update();
  }

  private JsonNode get(String path) {
    var answer = Browser.of(port, "auditor").get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private void coupon(String code, String content) {
    jdbc.sql(
            """
            INSERT INTO touchpoint (customer_id, journey, step, occurrence, medium, content,
              request_hash, state, provider_id, asked_at, claimed_at, updated_at)
            VALUES ('C1', 'first-order', :code, 'e1', 'COUPON', :content, 'h', 'SENT', :code, :at,
              :at, :at)
            """)
        .param("code", code)
        .param("content", content)
        .param("at", Instant.parse("2020-01-01T00:00:00Z").atOffset(ZoneOffset.UTC))
        .update();
  }

  @Test
  void shouldShowHowTheCouponsOfACustomerEnded() {
    // given
    jdbc.sql(
            "INSERT INTO customer (id, zone, created_at) VALUES ('C1', 'UTC', '2020-01-01T00:00:00Z')")
        .update();
    coupon("A", "traffic-30/7d");
    coupon("B", "star-20/9999d");
    coupon("D", "star-20/9999d");
    jdbc.sql(
            """
            INSERT INTO coupon_end (source, code, customer_id, how, order_id, ended_at) VALUES
              ('youzan', 'D', 'C1', 'USED', 'E100', '2020-01-03T00:00:00Z'),
              ('mall', 'X', 'C1', 'EXPIRED', NULL, '2020-01-02T00:00:00Z')
            """)
        .update();
    // when
    var coupons = get("/api/customers/C1/coupons");
    // then
    assertThat(coupons.valueStream())
        .extracting(one -> one.path("code").asString() + " " + one.path("state").asString())
        .containsExactlyInAnyOrder("A EXPIRED", "B ISSUED", "D USED", "X EXPIRED");
    assertThat(get("/api/customers/C1").path("id").asString()).isEqualTo("C1");
    assertThat(Browser.of(port, "auditor").get("/api/customers/C9/coupons").statusCode())
        .isEqualTo(404);
  }

  @Test
  void shouldShowPriceAndStockOfTheMallsBesideTheMatrix() {
    // given
    var ops = Browser.of(port, "ops");
    ops.post(
        "/api/products",
        "{\"sku\":\"S1\",\"name\":\"蛋糕架\",\"kind\":\"STAR\",\"rank\":1,\"priceCents\":1275,\"marginCents\":510}");
    jdbc.sql(
            """
            INSERT INTO good (source, product_id, sku_id, code, title, price_cents, stock, on_sale,
              look, seen_at) VALUES
              ('youzan', 'p', 'a', 'S1', 't', 1200, 3, true, 1, '2026-01-01T00:00:00Z'),
              ('youzan', 'p', 'b', 'S1', 't', 1300, 4, true, 1, '2026-01-01T00:00:00Z'),
              ('youzan', 'p', 'c', 'S1', 't', 1300, 9, false, 1, '2026-01-01T00:00:00Z')
            """)
        .update();
    // when
    var line = get("/api/products").path("items").get(0);
    // then
    assertThat(line.path("malls").get(0).path("stock").asLong()).isEqualTo(7);
    assertThat(line.path("malls").get(0).path("priceCents").asLong()).isEqualTo(1200);
    assertThat(ops.post("/api/goods/mall/look", "").statusCode()).isEqualTo(202);
    assertThat(ops.post("/api/goods/none/look", "").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldShowTheSixGroupsOfTagsAndRefuseWhatWeComDoesNotAnswer() {
    // when
    var board = get("/api/tags");
    // then
    assertThat(board.path("groups").size()).isGreaterThanOrEqualTo(6);
    assertThat(board.path("groups").get(0).path("family").asString()).isEqualTo("FOLLOW_UP");
    var ops = Browser.of(port, "ops");
    assertThat(ops.post("/api/tags", "{\"group\":\"\",\"names\":[]}").statusCode()).isEqualTo(400);
    var refused = ops.post("/api/tags", "{\"group\":\"营销活动\",\"names\":[\"活动/a\"]}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("SIYU-350");
  }
}
