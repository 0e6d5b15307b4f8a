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
    jdbc.sql("TRUNCATE rehearsal, launch CASCADE").update();
  }

  private static String drawing(String process) {
    return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='%s'/></definitions>"
        .formatted(process);
  }

  private static String wish(String to) {
    return wish(to, drawing("first-order"));
  }

  private static String wish(String to, String against) {
    return """
    {"processId":"first-order","drawing":{"xml":"%s","label":"草稿"},
     "against":{"xml":"%s","label":"v1"},"scenario":%s}
    """
        .formatted(drawing("first-order"), against, SCENARIO.formatted(to));
  }

  private void insertDone(String xml, int touches) {
    jdbc.sql(
            """
            INSERT INTO rehearsal (process_id, label, drawing, drawing_hash, scenario, scenario_hash,
              files, state, asked_by, asked_at, ended_at, report)
            VALUES ('first-order', 'v1', :xml, encode(sha256(:xml::bytea), 'hex'),
              :scenario::jsonb, 's', '[]', 'DONE', 'ops', '2026-12-01Z', '2026-12-01Z',
              jsonb_build_object('summary', jsonb_build_object('touches', :touches::int)))
            """)
        .param("xml", xml)
        .param("touches", touches)
        .param("scenario", SCENARIO.formatted("2011-01-31"))
        .update();
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
        .isEqualTo(drawing("first-order"));
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
    insertDone("<x/>", 5);
    var auditor = Browser.of(port, "auditor");
    var one = json(auditor.get("/api/rehearsals").body()).get(0);

    // when
    var file = auditor.get("/api/rehearsals/" + one.path("id").asLong() + "/report?download=true");

    // then
    assertThat(one.path("summary").path("touches").asInt()).isEqualTo(5);
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("rehearsal-");
    assertThat(json(file.body()).path("summary").path("touches").asInt()).isEqualTo(5);
  }

  @Test
  void shouldRefuseTheDrawingOfAnotherJourney() {
    // when
    var refused =
        Browser.of(port, "ops").post("/api/rehearsals", wish("2011-01-31", drawing("win-back")));

    // then
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(refused.body()).contains("SIYU-8153").contains("win-back (expected: first-order)");
    assertThat(jdbc.sql("SELECT count(*) FROM rehearsal").query(Integer.class).single()).isZero();
  }

  @Test
  void shouldFindTheLatestRehearsalOfExactlyADrawing() {
    // given
    insertDone("<x/>", 5);
    insertDone("<x/>", 6);
    insertDone("<y/>", 7);
    var ops = Browser.of(port, "ops");

    // when
    var found = ops.post("/api/rehearsals/latest", "{\"xml\":\"<x/>\"}");
    var none = ops.post("/api/rehearsals/latest", "{\"xml\":\"<x />\"}");

    // then
    assertThat(json(found.body()).at("/rehearsal/touches").asInt()).as(found.body()).isEqualTo(6);
    assertThat(none.statusCode()).as(none.body()).isEqualTo(200);
    assertThat(json(none.body()).path("rehearsal").isNull()).as(none.body()).isTrue();
  }

  @Test
  void shouldShowTheRehearsalOfExactlyTheDrawingWithALaunch() {
    // given a launch whose drawing was rehearsed, and one whose drawing was changed afterwards
    insertDone("<x/>", 6);
    long rehearsed = insertLaunch("first-order", "<x/>");
    long changed = insertLaunch("win-back", "<x />");
    var auditor = Browser.of(port, "auditor");

    // then
    var one = json(auditor.get("/api/launches/" + rehearsed).body());
    assertThat(one.at("/rehearsal/touches").asInt()).as(one.toString()).isEqualTo(6);
    var other = json(auditor.get("/api/launches/" + changed).body());
    assertThat(other.path("rehearsal").isNull()).as(other.toString()).isTrue();
  }

  private long insertLaunch(String process, String xml) {
    return jdbc.sql(
            """
            INSERT INTO launch (process_id, state, xml, fingerprint, comment, audience, percent,
              then_all, quiet_days, people, content_hash, asked_by, asked_at, ended_at)
            VALUES (:process, 'WITHDRAWN', :xml, repeat('a', 64), '改了文案', 'ALL', 100, true, '{}', 1,
              repeat('b', 64), 'ops', '2026-12-01Z', '2026-12-01Z') RETURNING id
            """)
        .param("process", process)
        .param("xml", xml)
        .query(Long.class)
        .single();
  }
}
