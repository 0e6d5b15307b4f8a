package dev.siyu.groups;

import static dev.siyu.groups.FakeGroupChats.customer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.calls.CallResult;
import dev.siyu.groups.GroupWork.GroupTouch;
import dev.siyu.touchpoints.TouchOutcome;
import dev.siyu.wecom.WeComEvent.GroupChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** START is Tuesday 2026-12-01, 10:00 in Shanghai. */
class GroupPostsTest {

  private static final String CONTENT = "first-order-thanks";

  private GroupRooms rooms;
  private GroupWork work;

  @BeforeEach
  void open() {
    rooms = new GroupRooms(Map.of());
    work = rooms.get(GroupWork.class);
    rooms.wecom.put("wr1", "li.na");
    rooms.event("wr1", GroupChange.CREATED);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private TouchOutcome post(String step) {
    return post(step, CONTENT);
  }

  private TouchOutcome post(String step, String content) {
    return work.post(new GroupTouch("wr1", "group-weekly-sop", step, "2026-11-30", content, 1));
  }

  private String state() {
    return said().state();
  }

  private Groups.Said said() {
    return rooms.get(Groups.class).find("wr1").orElseThrow().messages().getFirst();
  }

  private static TouchOutcome.Refused refused(TouchOutcome outcome) {
    assertThat(outcome).isInstanceOf(TouchOutcome.Refused.class);
    return (TouchOutcome.Refused) outcome;
  }

  @Test
  void shouldAskTheOwnerOnceHoweverOftenTheStepRepeats() {
    // when
    var first = post("task_Monday");
    var second = post("task_Monday");
    // then
    assertThat(List.of(first, second)).containsOnly(new TouchOutcome.Queued("msg1"));
    assertThat(rooms.wecom.sent).containsExactly("li.na [wr1] " + CONTENT + " v1");
  }

  @Test
  void shouldSayOneMessageADayAndGroupAndWhenTheNextMayGo() {
    // given
    post("task_Monday");
    // when
    var refused = refused(post("task_Wednesday"));
    // then
    assertThat(refused.rule()).isEqualTo("group-daily-cap");
    assertThat(refused.notBefore()).isEqualTo(Instant.parse("2026-12-02T01:00:00Z"));
    assertThat(said().reason()).contains("每天最多 1 条");
    // when
    rooms.rooms.pass(Duration.ofDays(1));
    // then
    assertThat(post("task_Wednesday")).isInstanceOf(TouchOutcome.Queued.class);
  }

  @Test
  void shouldKeepQuietAtNight() {
    // given: 22:00
    rooms.rooms.pass(Duration.ofHours(12));
    // then
    var refused = refused(post("task_Monday"));
    assertThat(refused.rule()).isEqualTo("quiet-hours");
    assertThat(refused.notBefore()).isEqualTo(Instant.parse("2026-12-02T01:00:00Z"));
    assertThat(rooms.wecom.sent).isEmpty();
  }

  @Test
  void shouldRefuseForGoodWhatIsNotApprovedOrNotThereAnyMore() {
    assertThat(refused(post("a", "nothing")).rule()).isEqualTo("content-missing");
    // when
    rooms.event("wr1", GroupChange.DISMISSED);
    // then
    var refused = refused(post("b"));
    assertThat(refused.rule()).isEqualTo("group-dismissed");
    assertThat(refused.notBefore()).isNull();
  }

  @Test
  void shouldNeverResendWhatGotNoAnswer() {
    // given
    rooms.wecom.nextSend = new CallResult.Unknown<>("SIYU-3202", "no answer");
    assertThat(post("task_Monday")).isInstanceOf(TouchOutcome.Unknown.class);
    // when
    var again = post("task_Monday");
    // then
    assertThat(again).isInstanceOf(TouchOutcome.Unknown.class);
    assertThat(rooms.wecom.sent).hasSize(1);
  }

  @Test
  void shouldAskAgainAfterACallCertainlyWithoutEffect() {
    // given
    rooms.wecom.nextSend = new CallResult.Retryable<>("45009", "busy", Duration.ofMinutes(1));
    assertThat(post("task_Monday")).isInstanceOf(TouchOutcome.Retryable.class);
    // then
    assertThat(post("task_Monday")).isInstanceOf(TouchOutcome.Queued.class);
  }

  @Test
  void shouldShowSentOnlyWhenTheOwnerConfirmed() {
    // given
    post("task_Monday");
    rooms.rooms.pass(Duration.ofMinutes(10));
    rooms.run(GroupSends.class);
    assertThat(state()).isEqualTo("QUEUED");
    // when
    rooms.wecom.status = 1;
    rooms.rooms.pass(Duration.ofHours(1));
    rooms.run(GroupSends.class);
    // then
    assertThat(state()).isEqualTo("SENT");
    assertThat(rooms.get(GroupSends.class).nextDue()).isEmpty();
  }

  @Test
  void shouldRemindOnceAndCancelWhatNobodyConfirms() {
    // given
    post("task_Monday");
    // when
    for (int hour = 0; hour < 26; hour++) {
      rooms.rooms.pass(Duration.ofHours(1));
      rooms.run(GroupSends.class);
    }
    // then
    assertThat(rooms.asked).containsExactly("remind msg1", "cancel msg1");
    assertThat(state()).isEqualTo("EXPIRED");
  }

  @Test
  void shouldStartAWeekOncePerGroupOnMonday() {
    // given
    var groups = rooms.get(Groups.class);
    var weeks = rooms.get(GroupWeeks.class);
    assertThat(weeks.nextDue()).isEmpty();
    groups.operate("wr1", true, "ops");
    // then: Tuesday, this week's moment passed
    assertThat(weeks.nextDue()).contains(Instant.parse("2026-12-07T02:00:00Z"));
    weeks.runDue(rooms.rooms.clock().instant());
    assertThat(rooms.announced).isEmpty();
    // when
    rooms.rooms.pass(Duration.ofDays(6));
    rooms.run(GroupWeeks.class);
    rooms.run(GroupWeeks.class);
    // then
    assertThat(rooms.announcedNames()).containsExactly("group-week-started wr1");
    var facts = rooms.announced.getFirst().variables();
    assertThat(facts).containsEntry("week", "2026-12-07");
    assertThat(String.valueOf(facts.get("began"))).startsWith("2026-12-07T02:");
    // when
    groups.operate("wr1", false, "ops");
    // then
    assertThat(weeks.nextDue()).isEmpty();
  }

  @Test
  void shouldCountAWeek() {
    // given
    var id = rooms.customer("wm1");
    rooms.wecom.put(
        "wr1",
        "li.na",
        customer("wm1", GroupRooms.START, null),
        customer("wm2", GroupRooms.START, null));
    rooms.event("wr1", GroupChange.OTHER);
    rooms.wecom.put("wr1", "li.na", customer("wm1", GroupRooms.START, null));
    rooms.event("wr1", GroupChange.MEMBERS_LEFT, "wm2");
    rooms
        .rooms
        .jdbc()
        .sql(
            """
            INSERT INTO paid_order (source, order_id, customer_id, amount_cents, refunded_cents,
              line_count, paid_at) VALUES ('mall', 'o1', :customer, 9900, 900, 1, :at)
            """)
        .param("customer", id.value())
        .param("at", ChatTable.at(GroupRooms.START))
        .update();
    // when
    var figures = work.summarize("wr1", LocalDate.parse("2026-11-30"));
    // then
    assertThat(figures).isEqualTo(new GroupWork.Figures(1, 2, 1, 1, 1, 1, 9_000));
    var week = rooms.get(Groups.class).find("wr1").orElseThrow().weeks().getFirst();
    assertThat(Objects.requireNonNull(week.netCents())).isEqualTo(9_000);
  }
}
