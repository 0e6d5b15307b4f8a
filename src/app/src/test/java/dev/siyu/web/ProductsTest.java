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
class ProductsTest {

  private static final String STAR =
      """
      {"sku":"S1","name":"蛋糕架","kind":"STAR","rank":1,"priceCents":1275,"marginCents":510}
      """;
  private static final String WISH =
      """
      {"department":"采购部","priceCents":999,"stockUnits":800,"note":"春季活动"}
      """;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() {
    jdbc.sql("TRUNCATE product, product_request CASCADE").update();
  }

  private JsonNode line() {
    var answer = Browser.of(port, "auditor").get("/api/products");
    return JsonMapper.shared().readTree(answer.body()).path("items").get(0);
  }

  @Test
  void shouldAskTheOwningDepartmentThroughApprovals() {
    // given
    var ops = Browser.of(port, "ops");
    assertThat(ops.post("/api/products", STAR).statusCode()).isEqualTo(204);

    // when
    var asked = ops.post("/api/products/S1/requests", WISH);

    // then
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
    assertThat(line().path("requests").get(0).path("state").asString()).isEqualTo("ASKED");
    var id = JsonMapper.shared().readTree(asked.body()).path("id").asLong();
    assertThat(
            jdbc.sql("SELECT count(*) FROM approval_request WHERE subject = :subject")
                .param("subject", "product-request:" + id)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void shouldSayWhatIsWrongWithAProduct() {
    var ops = Browser.of(port, "ops");
    assertThat(ops.post("/api/products", STAR.replace("1275", "0")).statusCode()).isEqualTo(400);
    assertThat(ops.post("/api/products", STAR.replace("510", "1276")).statusCode()).isEqualTo(400);
    assertThat(ops.post("/api/products", STAR.replace("STAR", "GEM")).statusCode()).isEqualTo(400);
    assertThat(ops.post("/api/products/none/requests", WISH).body()).contains("SIYU-4122");
  }
}
