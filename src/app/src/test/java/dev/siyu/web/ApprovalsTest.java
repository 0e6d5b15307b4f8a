package dev.siyu.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.approvals.ApprovalKind;
import dev.siyu.approvals.ApprovalRequest;
import dev.siyu.approvals.ApprovalSteps;
import dev.siyu.approvals.Approvals;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decisions over HTTP, with the ways around four eyes that people may try there. */
@SiteTest
class ApprovalsTest {

  private static final AtomicLong KEYS = new AtomicLong(7_000_000);

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Approvals approvals;
  @Autowired ApprovalSteps steps;
  @Autowired Clock clock;

  private long task;
  private String id;

  @BeforeEach
  void ask() {
    jdbc.sql("TRUNCATE approval_refusal, approval_decision, approval_deputy").update();
    id = asked("ops", "{\"price\":99}");
    task = opened(id, "dept:电商部");
  }

  @Test
  void shouldTakeADecisionOnceAndShowIt() {
    // when
    var first = decide("ecom", id, task, "APPROVE", hash(id, "ecom"));
    var second = decide("ecom", id, task, "APPROVE", hash(id, "ecom"));

    // then
    assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("SIYU-8010", "REPLAY");
    assertThat(page(id, "ops").path("said").get(0).path("person").asString()).isEqualTo("ecom");
    assertThat(page(id, "ops").path("refusals").get(0).path("rule").asString()).isEqualTo("REPLAY");
  }

  @Test
  void shouldRefuseEveryWayAroundFourEyes() {
    // given
    var own = asked("ecom", "{\"price\":98}");
    long ownTask = opened(own, "dept:电商部");
    var hash = hash(own, "ecom");

    // then
    assertRefused("OWN_REQUEST", decide("ecom", own, ownTask, "APPROVE", hash));
    assertThat(deputy("ecom", "finance").statusCode()).isEqualTo(201);
    assertRefused("FOR_REQUESTER", decide("finance", own, ownTask, "APPROVE", hash));
    assertRefused("NOT_ENTITLED", decide("store", own, ownTask, "APPROVE", hash));
    assertRefused("OTHER_CONTENT", decide("store", own, ownTask, "APPROVE", "0".repeat(64)));
    jdbc.sql("UPDATE approval_level SET deadline = :now")
        .param("now", Rows.sql(clock.instant().minusSeconds(1)))
        .update();
    assertRefused("EXPIRED", decide("ecom", id, task, "APPROVE", hash(id, "ecom")));
    assertThat(jdbc.sql("SELECT count(*) FROM approval_decision").query(Long.class).single())
        .isZero();
    assertThat(jdbc.sql("SELECT count(*) FROM approval_refusal").query(Long.class).single())
        .isEqualTo(5);
  }

  @Test
  void shouldWantAReasonToRejectAndHideWhatIsNotTheirs() {
    // given
    var hash = hash(id, "ecom");

    // then
    assertThat(
            Browser.of(port, "ecom")
                .post(
                    "/api/approvals/" + id + "/tasks/" + task + "/decision",
                    "{\"answer\":\"REJECT\",\"hash\":\"%s\",\"comment\":\" \"}".formatted(hash))
                .statusCode())
        .isEqualTo(400);
    assertThat(decide("auditor", id, task, "APPROVE", hash).statusCode()).isEqualTo(403);
    assertThat(Browser.of(port, "store").get("/api/approvals/" + id).statusCode()).isEqualTo(404);
    assertThat(Browser.of(port, "auditor").get("/api/approvals/" + id).statusCode()).isEqualTo(200);
    assertThat(Browser.of(port, "boss").get("/api/approval-report").body()).contains(id);
  }

  private String asked(String by, String content) {
    var name = "X" + KEYS.incrementAndGet();
    return approvals.ask(
        new ApprovalRequest(
            ApprovalKind.PRODUCT,
            name,
            "价格申请",
            "Price",
            List.of(new ApprovalRequest.Fact("价格", "Price", "¥0.99")),
            content,
            by,
            List.of("电商部"),
            9_900L,
            null,
            null));
  }

  /** As the drawing does, and the engine's history of it. */
  private long opened(String request, String group) {
    steps.check(request);
    steps.open(request, new ApprovalSteps.Progress(null, List.of(), false, false));
    long key = KEYS.incrementAndGet();
    jdbc.sql(
            """
            INSERT INTO history.variable VALUES (:key, 'approvalId', :key, '"' || :id || '"',
              '2026-12-01T02:00:00Z')
            """)
        .param("key", key)
        .param("id", request)
        .update();
    jdbc.sql(
            """
            INSERT INTO history.user_task (key, instance_key, element_id, element_instance_key,
              state, candidate_groups, candidate_users, created_at)
            VALUES (:key, :key, 'task_Sign', :key, 'CREATED', ARRAY[:group], '{}', :now)
            """)
        .param("key", key)
        .param("group", group)
        .param("now", Rows.sql(clock.instant()))
        .update();
    return key;
  }

  private java.net.http.HttpResponse<String> deputy(String person, String deputy) {
    var now = clock.instant();
    return Browser.of(port, person)
        .post(
            "/api/approval-deputies",
            "{\"person\":\"%s\",\"deputy\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}"
                .formatted(person, deputy, now.minusSeconds(60), now.plus(Duration.ofDays(3))));
  }

  private java.net.http.HttpResponse<String> decide(
      String person, String request, long key, String answer, String hash) {
    return Browser.of(port, person)
        .post(
            "/api/approvals/" + request + "/tasks/" + key + "/decision",
            "{\"answer\":\"%s\",\"hash\":\"%s\",\"comment\":\"好\"}".formatted(answer, hash));
  }

  private JsonNode page(String request, String person) {
    var answer = Browser.of(port, person).get("/api/approvals/" + request);
    return JsonMapper.shared().readTree(answer.body());
  }

  private String hash(String request, String person) {
    return page(request, person).path("hash").asString();
  }

  private static void assertRefused(String rule, java.net.http.HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(answer.body()).contains(rule);
  }
}
