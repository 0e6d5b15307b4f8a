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
class RehearsalsSiteTest {

  private static final String SCENARIO =
      """
      {"source":"SAMPLE","from":"2010-12-01","to":"%s","firstBoughtUntil":"2010-12-31",
       "customers":100,"seed":0,"replyPercent":30,"startsOn":"2026-12-07","grainMinutes":30,
       "people":{"approveAfter":"PT2H","approvePercent":100,"workAfter":"PT4H","workPercent":90,
                 "confirmAfter":"PT5M"},"behaviour":null}
      """;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void nothingAsked() {
    jdbc.sql("TRUNCATE rehearsal CASCADE").update();
  }

  private static String wish(String to) {
    return """
    {"processId":"first-order","drawing":{"xml":"<x/>","label":"草稿"},
     "against":{"xml":"<y/>","label":"v1"},"scenario":%s}
    """
        .formatted(SCENARIO.formatted(to));
  }

  private static JsonNode json(String body) {
    return JsonMapper.shared().readTree(body);
  }

  @Test
  void shouldTakeARequestShowItInTheQueueAndCancelIt() {
    // given
    var ops = Browser.of(port, "ops");

    // when
    var asked = ops.post("/api/rehearsals", wish("2011-01-31"));

    // then
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
    long id = json(asked.body()).path("id").asLong();
    var rows = json(Browser.of(port, "auditor").get("/api/rehearsals").body());
    assertThat(rows.size()).as("with the one to compare").isEqualTo(2);
    assertThat(rows.get(1).path("state").asString()).isEqualTo("QUEUED");
    assertThat(rows.get(1).path("label").asString()).isEqualTo("草稿");
    assertThat(rows.get(1).path("pair").asLong()).isEqualTo(rows.get(0).path("id").asLong());
    assertThat(ops.get("/api/rehearsals/" + id + "/report").statusCode()).isEqualTo(404);
    assertThat(json(ops.get("/api/rehearsals/" + id + "/drawing").body()).path("xml").asString())
        .isEqualTo("<x/>");
    assertThat(ops.post("/api/rehearsals/" + id + "/cancel", "{}").statusCode()).isEqualTo(204);
    assertThat(ops.post("/api/rehearsals/" + id + "/cancel", "{}").statusCode()).isEqualTo(409);
  }

  @Test
  void shouldSayWhatIsWrongWithAScenario() {
    // when
    var refused = Browser.of(port, "ops").post("/api/rehearsals", wish("2010-11-01"));

    // then
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(refused.body()).contains("SIYU-3711").contains("to: 2010-11-01 (expected:");
  }

  @Test
  void shouldGiveTheReportAwayAsAFile() {
    // given
    jdbc.sql(
            """
            INSERT INTO rehearsal (process_id, label, drawing, drawing_hash, scenario, scenario_hash,
              files, state, asked_by, asked_at, ended_at, report)
            VALUES ('first-order', 'v1', '<x/>', 'h', :scenario::jsonb, 's', '[]', 'DONE', 'ops',
              '2026-12-01Z', '2026-12-01Z', '{"summary":{"touches":5}}')
            """)
        .param("scenario", SCENARIO.formatted("2011-01-31"))
        .update();
    var auditor = Browser.of(port, "auditor");
    var one = json(auditor.get("/api/rehearsals").body()).get(0);

    // when
    var file = auditor.get("/api/rehearsals/" + one.path("id").asLong() + "/report?download=true");

    // then
    assertThat(one.path("summary").path("touches").asInt()).isEqualTo(5);
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("rehearsal-");
    assertThat(json(file.body()).path("summary").path("touches").asInt()).isEqualTo(5);
  }
}
