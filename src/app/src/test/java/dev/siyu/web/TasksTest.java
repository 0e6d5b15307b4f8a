package dev.siyu.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.tasks.StaffTasks;
import dev.siyu.tasks.StaffTasks.NewTask;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SiteTest
class TasksTest {

  private static final String DATA =
      """
      INSERT INTO customer (id, external_user_id, name, stage, zone, created_at)
        VALUES ('C1', 'wm1', '小明', 'SEED', 'Asia/Shanghai', '2010-12-01T00:00:00Z');
      INSERT INTO customer_staff VALUES ('C1', 'li.na', '2010-12-01T00:00:00Z', NULL, 'ads'),
        ('C1', 'wang.fang', '2010-12-01T00:00:00Z', NULL, 'ads');
      INSERT INTO touchpoint (customer_id, journey, step, occurrence, medium, content, request_hash,
          state, provider_id, staff_user_id, asked_at, updated_at)
        VALUES ('C1', 'first-order', 'offer', 'e1', 'MASS_SEND', 'offer', 'h', 'QUEUED', 'm1',
          'li.na', '2010-12-05T14:00:00Z', '2010-12-05T14:00:00Z');
      INSERT INTO mass_send_task (msg_id, staff_user_id, state, said, created_at, done_until,
          next_step_at)
        VALUES ('m1', 'li.na', 'CREATED', '您好', '2010-12-05T14:00:00Z', '2010-12-05T14:00:00Z',
          '2090-12-05T14:00:00Z');
      """;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired StaffTasks tasks;
  @Autowired Clock clock;
  private long mine;
  private long hers;

  @BeforeEach
  void data() {
    jdbc.sql(
            """
            TRUNCATE customer, customer_alias, customer_staff, touchpoint, mass_send_task,
              staff_task, app_message CASCADE;
            """
                + DATA)
        .update();
    mine = open("li.na");
    hers = open("wang.fang");
  }

  private long open(String staff) {
    return tasks.open(
        new NewTask(
            "t-" + staff,
            staff,
            "C1",
            "core",
            "invite",
            "邀请核心用户",
            "请私聊邀请",
            clock.instant().plus(Duration.ofDays(2)),
            true));
  }

  private static List<String> texts(String body, String field) {
    JsonNode items = JsonMapper.shared().readTree(body).path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.path(field).asString())
        .toList();
  }

  @Test
  void shouldShowStaffTheirOwnAndManagersTheTeams() {
    // given
    var staff = Browser.of(port, "staff");
    var manager = Browser.of(port, "manager");
    // then
    assertThat(texts(staff.get("/api/tasks?scope=TEAM&staff=wang.fang").body(), "staffUserId"))
        .containsExactly("li.na");
    assertThat(texts(manager.get("/api/tasks").body(), "staffUserId"))
        .containsExactly("li.na", "wang.fang");
    assertThat(texts(manager.get("/api/tasks?staff=wang.fang").body(), "staffUserId"))
        .containsExactly("wang.fang");
    assertThat(texts(manager.get("/api/tasks?scope=MINE").body(), "staffUserId")).isEmpty();
    assertThat(staff.get("/api/tasks/team").body())
        .contains("\"li.na\"", "\"toConfirm\":1")
        .doesNotContain("wang.fang");
  }

  @Test
  void shouldSayThatACreatedMassSendIsNotSent() {
    // when
    var body = Browser.of(port, "staff").get("/api/tasks/mass-sends").body();
    // then
    assertThat(texts(body, "state")).containsExactly("CREATED");
    assertThat(body).contains("\"sent\":0", "\"unsent\":1");
  }

  @Test
  void shouldNotLetStaffTouchAColleaguesTask() {
    // given
    var staff = Browser.of(port, "staff");
    // when
    var done = staff.post("/api/tasks/" + hers + "/done", "{\"note\":\"x\"}");
    var seen = staff.get("/api/tasks/" + hers + "/colleagues");
    // then
    assertThat(done.statusCode()).isEqualTo(404);
    assertThat(seen.statusCode()).isEqualTo(404);
  }

  @Test
  void shouldDoPostponeAndHandOver() {
    // given
    var staff = Browser.of(port, "staff");
    var late = clock.instant().plus(Duration.ofDays(9));
    var soon = clock.instant().plus(Duration.ofHours(3));
    // when
    var tooLate = staff.post("/api/tasks/" + mine + "/postpone", "{\"until\":\"" + late + "\"}");
    var postponed = staff.post("/api/tasks/" + mine + "/postpone", "{\"until\":\"" + soon + "\"}");
    var stranger = staff.post("/api/tasks/" + mine + "/hand-over", "{\"to\":\"nobody\"}");
    var handed = staff.post("/api/tasks/" + mine + "/hand-over", "{\"to\":\"wang.fang\"}");
    var over = staff.post("/api/tasks/" + mine + "/done", "{}");
    // then
    assertThat(tooLate.statusCode()).isEqualTo(400);
    assertThat(tooLate.body()).contains("expected: after");
    assertThat(postponed.statusCode()).isEqualTo(204);
    assertThat(stranger.statusCode()).isEqualTo(400);
    assertThat(handed.statusCode()).isEqualTo(204);
    assertThat(over.statusCode()).isEqualTo(409);
    assertThat(over.body()).contains("HANDED_OVER");
    var ended = Browser.of(port, "manager").get("/api/tasks?state=ENDED").body();
    assertThat(texts(ended, "handedTo")).containsExactly("wang.fang");
  }
}
