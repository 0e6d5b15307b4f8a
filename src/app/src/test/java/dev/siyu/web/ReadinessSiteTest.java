package dev.siyu.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.readiness.Question;
import java.io.IOException;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SiteTest
class ReadinessSiteTest {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired ReadinessPaper paper;
  @Autowired dev.siyu.readiness.Readiness desk;

  @BeforeEach
  void empty() {
    jdbc.sql("TRUNCATE readiness_check CASCADE").update();
  }

  private static JsonNode json(String body) {
    return JsonMapper.shared().readTree(body);
  }

  @Test
  void shouldFillInAndSubmitByHttp() {
    // given
    var ops = Browser.of(port, "ops");
    assertThat(ops.post("/api/readiness", "{\"programme\":\"春季私域\"}").statusCode()).isEqualTo(201);

    // when
    var early = ops.post("/api/readiness/1/submit", "{\"revision\":1}");
    var answers =
        Question.ALL.stream()
            .map(
                one ->
                    "{\"question\":\"%s\",\"score\":4,\"evidence\":\"附件 <3>\"}".formatted(one.id()))
            .collect(Collectors.joining(","));
    var filled =
        Browser.of(port, "manager")
            .post("/api/readiness/1/answers", "{\"revision\":1,\"answers\":[" + answers + "]}");
    ops.post(
        "/api/readiness/1/estimate",
        "{\"revision\":2,\"frequency\":600,\"marginBp\":5000,\"source\":\"去年\"}");
    var stale = ops.post("/api/readiness/1/submit", "{\"revision\":2}");
    var done = ops.post("/api/readiness/1/submit", "{\"revision\":3}");

    // then
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(early.body()).contains("SIYU-8203");
    assertThat(filled.statusCode()).as(filled.body()).isEqualTo(200);
    assertThat(stale.body()).contains("SIYU-8202");
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    var whole = json(Browser.of(port, "auditor").get("/api/readiness/1").body());
    assertThat(whole.path("sheet").path("state").asString()).isEqualTo("FILLED");
    assertThat(json(ops.get("/api/readiness").body()).path("table").asString()).contains("LOW_LOW");
  }

  @Test
  void shouldPrintInChineseOnAnyMachine() throws IOException {
    // given
    Browser.of(port, "ops").post("/api/readiness", "{\"programme\":\"春季私域 & <一>\"}");

    // when
    var bytes = paper.pdf(desk.find(1).orElseThrow(), false);

    // then
    try (var pdf = Loader.loadPDF(bytes)) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("春季私域 & <一>", "四项资源与五力", "用户归属与业绩划分是否已定");
    }
    assertThat(bytes.length).as("bytes, only the used letters of the font").isLessThan(400_000);
  }
}
