package dev.siyu.readiness;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.FakeApprovals;
import dev.siyu.TestRooms;
import dev.siyu.approvals.ApprovalEnded.Ending;
import dev.siyu.approvals.Approvals;
import dev.siyu.drawn.Messages;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.readiness.Readiness.Plan;
import dev.siyu.readiness.Readiness.Said;
import dev.siyu.readiness.Readiness.Seen;
import dev.siyu.readiness.ReadinessRefused.Why;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadinessTest {

  private static final LocalDate DUE = LocalDate.of(2026, 12, 20);

  private final FakeApprovals approvals = new FakeApprovals();
  private final FakeStaffTasks tasks = new FakeStaffTasks();
  private final List<Announcement> announced = new ArrayList<>();
  private TestRooms rooms;
  private Readiness desk;
  private ReadinessWork work;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of(),
            context -> {
              context.registerBean(Approvals.class, () -> approvals);
              context.registerBean(FakeStaffTasks.class, () -> tasks);
              context.registerBean(JourneyMessages.class, () -> announced::addAll);
            },
            "readiness");
    desk = rooms.get(Readiness.class);
    work = rooms.get(ReadinessWork.class);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  /** A year of a shop: 20 customers, five orders each, 50 % margin. */
  private void sell() {
    rooms
        .jdbc()
        .sql(
            """
            INSERT INTO customer (id, name, stage, zone, created_at)
            SELECT 'C' || n, '客户' || n, 'SEED', 'Asia/Shanghai', '2025-11-01T00:00:00Z'
              FROM generate_series(90001, 90020) n;
            INSERT INTO paid_order (source, order_id, customer_id, amount_cents, line_count, paid_at,
              refunded_cents)
            SELECT 'm', n || '-' || k, 'C' || n, 10000, 1,
              timestamptz '2026-01-10T00:00:00Z' + make_interval(days => k * 50),
              CASE WHEN n = 90001 AND k = 5 THEN 10000 ELSE 0 END
              FROM generate_series(90001, 90020) n, generate_series(1, 5) k;
            INSERT INTO paid_order (source, order_id, customer_id, amount_cents, line_count, paid_at)
            VALUES ('m', 'old', 'C90001', 10000, 1, '2025-11-20T00:00:00Z');
            INSERT INTO product (sku, name, kind, rank, price_cents, margin_cents, changed_at,
              changed_by)
            VALUES ('S1', '蛋糕架', 'STAR', 1, 1000, 500, '2026-01-01T00:00:00Z', 'ops');
            """)
        .update();
  }

  private Seen filled(int score) {
    int version = desk.open("春季私域", Map.of(Section.GOODS, "zhang.wei"), "ops");
    var seen = new Seen(version, 1);
    return desk.answer(
        seen,
        Question.ALL.stream().map(one -> new Said(one.id(), score, "见附件 3")).toList(),
        "manager");
  }

  private State state(Seen seen) {
    return desk.find(seen.version()).orElseThrow().state();
  }

  private List<String> messages() {
    return announced.stream().map(Announcement::name).toList();
  }

  private Seen asked(int score) {
    var seen = desk.submit(filled(score), "ops");
    work.assess("r1", rooms.clock().instant());
    work.askSignOff("r1", rooms.clock().instant());
    return new Seen(seen.version(), desk.find(1).orElseThrow().revision());
  }

  @Test
  void shouldConcludeFromOwnOrdersAndHaveItSigned() {
    // given
    sell();

    rooms
        .jdbc()
        .sql(
            """
            INSERT INTO person (name, display_name_zh, display_name_en, department, roles,
              password_hash, created_at)
            VALUES ('manager', '负责人', 'Manager', '电商部', '{MANAGER}', '{noop}x',
              '2026-01-01T00:00:00Z')
            """)
        .update();

    // when
    asked(4);
    assertThat(approvals.request("readiness:1").departments())
        .as("who gave evidence signs for it")
        .containsExactly("电商部");
    approvals.end(rooms, "readiness:1", Ending.APPROVED, "manager", "boss");

    // then: 99 orders that were kept of 20 buyers within 365 days
    var sheet = desk.find(1).orElseThrow();
    assertThat(sheet.state()).isEqualTo(State.GO);
    assertThat(sheet.figures().orders()).isEqualTo(99);
    assertThat(sheet.figures().frequency()).isEqualTo(495);
    assertThat(sheet.figures().marginBp()).isEqualTo(5_000);
    assertThat(sheet.figures().marginBy()).isEqualTo("MATRIX");
    assertThat(sheet.figures().estimated()).isFalse();
    assertThat(requireNonNull(sheet.conclusion()).quadrant()).isEqualTo(Quadrant.HIGH_HIGH);
    assertThat(requireNonNull(sheet.decision()).deciders()).containsExactly("manager", "boss");
    assertThat(messages())
        .containsExactly(
            Messages.READINESS_OPENED, Messages.READINESS_FILLED, Messages.READINESS_DECIDED);
    assertThat(announced.getLast().variables()).containsEntry("decision", "APPROVED");
  }

  @Test
  void shouldSayEverythingThatIsMissing() {
    // given
    int version = desk.open("春季私域", Map.of(), "ops");
    var seen = desk.answer(new Seen(version, 1), List.of(new Said("users-reach", 1, " ")), "ops");

    // then
    assertThatThrownBy(() -> desk.submit(seen, "ops"))
        .isInstanceOfSatisfying(
            ReadinessRefused.class,
            refused -> {
              assertThat(refused.why()).isEqualTo(Why.INCOMPLETE);
              assertThat(refused.findings())
                  .extracting(Finding::rule)
                  .contains("answers", "evidence", "figures", "gaps");
            });
    assertThat(state(seen)).isEqualTo(State.FILLING);
  }

  @Test
  void shouldTurnGapsIntoTasksWhenItIsSigned() {
    // given: weak everywhere, so every section needs a plan
    sell();
    var seen = filled(1);
    for (var section : Section.values()) {
      seen = desk.plan(seen, new Plan(section, "补齐" + section.zh(), "zhang.wei", DUE), "ops");
    }

    // when
    desk.submit(seen, "ops");
    work.assess("r1", rooms.clock().instant());
    work.askSignOff("r1", rooms.clock().instant());
    assertThat(tasks.opened).as("before the sign-off").isEmpty();
    approvals.end(rooms, "readiness:1", Ending.APPROVED, "boss");

    // then: 25 of 100 everywhere is too little
    var sheet = desk.find(1).orElseThrow();
    assertThat(sheet.state()).isEqualTo(State.STOP);
    assertThat(tasks.opened).as("nothing to do when it is not done").isEmpty();
  }

  @Test
  void shouldGiveGapsToTheirOwnersWhenThereAreConditions() {
    // given
    sell();
    var seen = filled(2);
    seen = desk.plan(seen, new Plan(Section.IT, "开通小程序商城", "li.na", DUE), "ops");

    // when
    desk.submit(seen, "ops");
    work.assess("r1", rooms.clock().instant());
    work.askSignOff("r1", rooms.clock().instant());
    approvals.end(rooms, "readiness:1", Ending.APPROVED, "boss");

    // then
    assertThat(desk.find(1).orElseThrow().state()).isEqualTo(State.CONDITIONS);
    assertThat(tasks.opened)
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.staffUserId()).isEqualTo("li.na");
              assertThat(task.deadline()).isEqualTo("2026-12-20T10:00:00Z");
            });
  }

  @Test
  void shouldTakeTheRequestBackWhenSomebodyChangesWhatIsBeingSigned() {
    // given
    sell();
    var seen = asked(4);

    // when
    seen = desk.answer(seen, List.of(new Said("it-mall", 0, "")), "manager");

    // then
    assertThat(state(seen)).isEqualTo(State.FILLING);
    assertThat(approvals.withdrawn).containsExactly("readiness:1");
    assertThat(announced.getLast().variables()).containsEntry("decision", "WITHDRAWN");
    assertThat(desk.find(1).orElseThrow().conclusion()).as("not the old one").isNull();
  }

  @Test
  void shouldRefuseWhoSawSomethingElseOrCameTooLate() {
    // given
    sell();
    var old = new Seen(desk.open("春季私域", Map.of(), "ops"), 1);
    var seen = desk.answer(old, List.of(new Said("it-mall", 3, "已上线")), "ops");

    // then
    refused(Why.CHANGED, () -> desk.withdraw(old, "旧", "ops"));
    refused(Why.OPEN_ALREADY, () -> desk.open("另一个", Map.of(), "ops"));
    refused(Why.BAD_INPUT, () -> desk.answer(seen, List.of(new Said("it-mall", 5, "x")), "ops"));
    refused(Why.BAD_INPUT, () -> desk.answer(seen, List.of(new Said("none", 1, "x")), "ops"));
    refused(Why.UNKNOWN, () -> desk.withdraw(new Seen(9, 1), "无", "ops"));
    desk.withdraw(seen, "不做了", "ops");
    refused(Why.CHANGED, () -> desk.submit(new Seen(1, seen.revision() + 1), "ops"));
  }

  @Test
  void shouldAskOwnersAndRemindThemOnceEveryTime() {
    // given
    desk.open("春季私域", Map.of(Section.GOODS, "zhang.wei", Section.IT, "zhang.wei"), "ops");
    var now = rooms.clock().instant();

    // when
    work.openTasks("r1", now);
    int first = work.remind("r1", now);
    int again = work.remind("r1", now.plusSeconds(60));
    int second = work.remind("r1", now.plus(Duration.ofDays(7)));

    // then
    assertThat(tasks.opened).hasSize(2);
    assertThat(List.of(first, again, second)).as("a repeated job").containsExactly(1, 1, 2);
    assertThat(tasks.told).containsOnly("zhang.wei");
  }

  @Test
  void shouldBeginTheNextVersionWithTheAnswersOfTheLast() {
    // given
    sell();
    asked(4);
    approvals.end(rooms, "readiness:1", Ending.APPROVED, "boss");

    // when
    int next = work.recheck("r1", rooms.clock().instant());
    int again = work.recheck("r1", rooms.clock().instant());

    // then
    assertThat(List.of(next, again)).as("opened once").containsExactly(2, 2);
    assertThat(desk.find(2).orElseThrow().answers()).hasSameSizeAs(Question.ALL);
    assertThat(desk.find(1).orElseThrow().state()).as("kept").isEqualTo(State.GO);
  }

  @Test
  void shouldUseAnEstimateOnlyWhereOrdersSayTooLittle() {
    // given
    var seen = new Seen(desk.open("春季私域", Map.of(), "ops"), 1);

    // when
    desk.estimate(seen, new Figures.Estimate(120, 6_000, "行业报告"), "ops");
    var before = desk.find(1).orElseThrow().figures();
    sell();
    var after = desk.find(1).orElseThrow().figures();

    // then
    assertThat(before.frequency()).isEqualTo(120);
    assertThat(before.estimated()).isTrue();
    assertThat(after.frequency()).isEqualTo(495);
    assertThat(after.marginBp()).isEqualTo(5_000);
  }

  private static void refused(Why why, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            ReadinessRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }
}
