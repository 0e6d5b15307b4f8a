package dev.siyu.approvals;

import dev.siyu.TestRooms;
import dev.siyu.approvals.ApprovalInbox.Answer;
import dev.siyu.approvals.ApprovalInbox.Channel;
import dev.siyu.approvals.ApprovalInbox.Choice;
import dev.siyu.approvals.ApprovalInbox.Outcome;
import dev.siyu.approvals.ApprovalSteps.Opened;
import dev.siyu.approvals.ApprovalSteps.Progress;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.engine.UserTasks;
import dev.siyu.tasks.Notices;
import dev.siyu.tasks.StaffCardLane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import tools.jackson.databind.json.JsonMapper;

/** Approvals on a real database, with people, an engine that answers as told, and its history. */
final class ApprovalRig implements AutoCloseable {

  static final String CONTENT = "{\"share\":60}";
  private static final String PERSON =
      """
      INSERT INTO person (name, display_name_zh, display_name_en, department, roles, password_hash,
        wecom_user_id, created_at)
      VALUES (:name, :name, :name, :department, string_to_array(:roles, ','), 'x', :wecom,
        '2026-01-01T00:00:00Z')
      """;

  final List<Announcement> announced = new ArrayList<>();
  final List<ApprovalEnded> ended = new ArrayList<>();
  final List<String> told = new ArrayList<>();
  final FakeCards cards = new FakeCards();
  final List<String> completed = new ArrayList<>();
  UserTasks.Completion answer = UserTasks.Completion.DONE;
  final TestRooms rooms;

  ApprovalRig() {
    rooms =
        TestRooms.open(
            Map.of(),
            context -> {
              context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
              context.registerBean(JourneyMessages.class, () -> announced::addAll);
              context.registerBean(StaffCardLane.class, () -> cards);
              context.registerBean(
                  Notices.class, () -> (key, member, text) -> told.add(member + " " + text));
              context.registerBean(UserTasks.class, () -> this::complete);
              context.addApplicationListener(
                  (ApplicationListener<PayloadApplicationEvent<ApprovalEnded>>)
                      event -> ended.add(event.getPayload()));
            },
            "approvals");
    person("ops", "私域运营部", "DESIGNER", null);
    person("ecom", "电商部", "MANAGER", "li.qiang");
    person("store", "门店", "MANAGER", "zhou.min");
    person("boss", "总经办", "BOSS", "wang.zong");
    person("finance", "财务部", "FINANCE", "he.yan");
  }

  private UserTasks.Completion complete(long key, String action, Map<String, Object> variables) {
    completed.add(key + " " + action + " " + variables.get("answer"));
    return answer;
  }

  void person(String name, String department, String roles, @Nullable String weCom) {
    rooms
        .jdbc()
        .sql(PERSON)
        .param("name", name)
        .param("department", department)
        .param("roles", roles)
        .param("wecom", weCom, java.sql.Types.VARCHAR)
        .update();
  }

  /** As an administrator does: the account now, and a row of the change. */
  void move(String name, @Nullable String before, @Nullable String after) {
    rooms
        .jdbc()
        .sql(
            """
            WITH moved AS (UPDATE person SET wecom_user_id = :after WHERE name = :name RETURNING id)
            INSERT INTO person_wecom_change (person_id, before, after, actor, at)
            SELECT id, :before, :after, 'admin', '2026-12-01T02:00:00Z' FROM moved
            """)
        .param("name", name)
        .param("before", before, java.sql.Types.VARCHAR)
        .param("after", after, java.sql.Types.VARCHAR)
        .update();
  }

  <T> T get(Class<T> type) {
    return rooms.get(type);
  }

  String ask(ApprovalKind kind, String by, long cents) {
    return get(Approvals.class)
        .ask(
            new ApprovalRequest(
                kind,
                "S1",
                "订单归属",
                "Attribution",
                List.of(),
                CONTENT,
                by,
                List.of("电商部", "门店"),
                cents,
                null,
                null));
  }

  /** Asks and opens the first level. */
  String open(ApprovalKind kind, String by, long cents) {
    var id = ask(kind, by, cents);
    get(ApprovalSteps.class).check(id);
    next(id, new Progress(null, List.of(), false, false));
    return id;
  }

  Opened next(String id, Progress progress) {
    return get(ApprovalSteps.class).open(id, progress);
  }

  /** What the engine reports when it opens a task for a group. */
  void task(long key, String id, String group) {
    task(key, id, group, "CREATED", null);
  }

  void task(long key, String id, String group, String state, @Nullable String action) {
    long instance = AskedRequest.number(id) + 1_000_000;
    rooms
        .jdbc()
        .sql(
            """
            INSERT INTO history.variable VALUES (:instance, 'approvalId', :instance,
              '"' || :id || '"', '2026-12-01T02:00:00Z') ON CONFLICT DO NOTHING
            """)
        .param("instance", instance)
        .param("id", id)
        .update();
    rooms
        .jdbc()
        .sql(
            """
            INSERT INTO history.user_task (key, instance_key, element_id, element_instance_key,
              state, candidate_groups, candidate_users, action, created_at)
            VALUES (:key, :instance, 'task_Sign', :key, :state, ARRAY[:group], '{}', :action,
              '2026-12-01T02:00:00Z')
            ON CONFLICT (key) DO UPDATE SET state = excluded.state, action = excluded.action
            """)
        .param("key", key)
        .param("instance", instance)
        .param("group", group)
        .param("state", state)
        .param("action", action, java.sql.Types.VARCHAR)
        .update();
  }

  /** For five days from yesterday. */
  void deputy(String person, String deputy) {
    var from = TestRooms.START.minus(Duration.ofDays(1));
    var until = TestRooms.START.plus(Duration.ofDays(5));
    get(ApprovalDeputies.class)
        .name(
            new ApprovalDeputies.Deputy(0, person, deputy, null, from, until, person, null),
            person,
            false);
  }

  Outcome decide(String id, long task, Answer answer, String person) {
    return decide(id, task, answer, person, DigestUtils.sha256Hex(CONTENT));
  }

  Outcome decide(String id, long task, Answer answer, String person, String hash) {
    var comment = answer == Answer.APPROVE ? "" : "数据不符";
    return get(ApprovalInbox.class)
        .decide(new Choice(id, task, answer, hash, comment, Map.of(), Channel.CONSOLE), person);
  }

  List<String> refusals() {
    return rooms
        .jdbc()
        .sql("SELECT person || ' ' || rule FROM approval_refusal ORDER BY id")
        .query(String.class)
        .list();
  }

  @Override
  public void close() {
    rooms.close();
  }
}
