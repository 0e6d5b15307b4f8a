package dev.siyu.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SiteTest
class ContentSiteTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;

  @Test
  void shouldTakeAPieceFromDraftToApprovalThroughFourEyes() {
    // given
    var ops = Browser.of(port, "ops");
    var manager = Browser.of(port, "manager");
    var script = "<script>alert(1)</script>，{name}";
    var made =
        ops.post(
            "/api/contents",
            json("{'key':'site-1','kind':'MESSAGE','title':'t','text':'" + script + "'}"));
    assertThat(made.statusCode()).isEqualTo(201);
    // when
    assertThat(act(ops, 1, "submit", "{'revision':1}")).isEqualTo(200);
    assertThat(act(ops, 1, "approve", "{'revision':2}")).isEqualTo(403);
    assertThat(act(manager, 1, "approve", "{'revision':1}")).isEqualTo(409);
    assertThat(act(manager, 1, "approve", "{'revision':2}")).isEqualTo(200);
    // then
    var piece = tree(manager.get("/api/contents/site-1").body());
    assertThat(piece.path("versions").get(0).path("state").asString()).isEqualTo("APPROVED");
    assertThat(piece.path("versions").get(0).path("text").asString()).isEqualTo(script);
    assertThat(act(manager, 1, "retire", "{'revision':3}")).as("without a reason").isEqualTo(400);
  }

  @Test
  void shouldSayInBothLanguagesWhyATextCannotGoIntoReview() {
    // given
    var ops = Browser.of(port, "ops");
    ops.post(
        "/api/contents", json("{'key':'site-2','kind':'MESSAGE','title':'','text':'{nickname}'}"));
    // when
    var answer = ops.post("/api/contents/site-2/versions/1/submit", json("{'revision':1}"));
    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(tree(answer.body()).path("code").asString()).isEqualTo("SIYU-3190");
    assertThat(tree(answer.body()).path("details").get(0).asString())
        .contains("{nickname}", "{name}");
  }

  @Test
  void shouldPreviewWithTheKitAndRefuseAnUnknownCustomer() {
    // given
    var ops = Browser.of(port, "ops");
    ops.post("/api/content-kits", json("{'product':'site-tea','name':'龙井'}"));
    // when
    var preview =
        ops.post(
            "/api/content-preview",
            json("{'kind':'MESSAGE','product':'site-tea','text':'{product} {name}'}"));
    // then
    assertThat(tree(preview.body()).path("text").asString()).isEqualTo("龙井 ");
    assertThat(tree(preview.body()).path("empty").get(0).asString()).isEqualTo("name");
    assertThat(
            ops.post(
                    "/api/content-preview", json("{'kind':'MESSAGE','text':'x','customerId':'C1'}"))
                .statusCode())
        .isEqualTo(404);
  }

  private static int act(Browser browser, int version, String act, String body) {
    return browser
        .post("/api/contents/site-1/versions/" + version + "/" + act, json(body))
        .statusCode();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static JsonNode tree(String text) {
    return JSON.readTree(text);
  }
}
