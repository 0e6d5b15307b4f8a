package dev.siyu.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.TestRooms;
import dev.siyu.accounts.Account.Hours;
import dev.siyu.accounts.Account.Status;
import dev.siyu.accounts.Accounts;
import dev.siyu.calls.CallResult;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.moments.MomentPlans.Order;
import dev.siyu.moments.MomentPlans.Sender;
import dev.siyu.tasks.Notices;
import dev.siyu.wecom.MediaUploads;
import dev.siyu.wecom.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MomentPlansTest {

  private static final String PIECE = "moments-star-week";
  private final FakeMoments weCom = new FakeMoments();
  private final List<String> told = new ArrayList<>();
  private TestRooms rooms;
  private MomentPlans moments;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of("siyu.team.default-lead", "chen.jing"),
            context -> {
              context.registerBean(Moments.class, () -> weCom);
              context.registerBean(
                  MediaUploads.class,
                  () ->
                      (type, name, bytes) -> {
                        throw new UnsupportedOperationException();
                      });
              context.registerBean(JourneyMessages.class, () -> messages -> {});
              context.registerBean(
                  Notices.class, () -> (key, staff, text) -> told.add(staff + ": " + text));
              context.registerBean(TeamOfTest.class);
            },
            "customers",
            "accounts",
            "content",
            "moments");
    moments = rooms.get(MomentPlans.class);
    for (var staff : List.of("li.na", "wang.fang")) {
      account(staff);
    }
    friend("wm-1", "li.na");
    friend("wm-2", "wang.fang");
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private void account(String staff) {
    var hours = new Hours(LocalTime.of(9, 0), LocalTime.of(21, 0));
    rooms
        .get(Accounts.class)
        .open(staff, new Accounts.Terms(staff, Instant.EPOCH, 1, hours, 100, null), "admin");
  }

  private CustomerId friend(String external, String staff) {
    var customer = rooms.get(Customers.class).byExternalUserId(external);
    rooms.get(Customers.class).added(customer, staff, "store", rooms.clock().instant());
    return customer;
  }

  private long plan(Instant at) {
    return moments.plan(new Order(PIECE, List.of("li.na", "wang.fang"), List.of(), at), "ops");
  }

  private long plan() {
    return plan(rooms.clock().instant());
  }

  /** Lets everything due within that time happen at its moment. */
  private void pass(Duration time) {
    var followUp = rooms.get(MomentFollowUp.class);
    var end = rooms.clock().instant().plus(time);
    for (var due = due(followUp, end); due != null; due = due(followUp, end)) {
      to(due);
      followUp.runDue(rooms.clock().instant());
    }
    to(end);
  }

  private @Nullable Instant due(MomentFollowUp followUp, Instant end) {
    return followUp.nextDue().filter(at -> !at.isAfter(end)).orElse(null);
  }

  private void to(Instant moment) {
    if (moment.isAfter(rooms.clock().instant())) {
      rooms.pass(Duration.between(rooms.clock().instant(), moment));
    }
  }

  private MomentPlans.View view(long id) {
    return moments.find(id).orElseThrow().view();
  }

  private void publish(String staff, String... viewers) {
    weCom.published.add(staff);
    weCom.viewers.put(staff, List.of(viewers));
  }

  @Test
  void shouldSayPublishedOnlyWhenAllMembersDid() {
    // given
    long id = plan();
    pass(Duration.ofMinutes(3));
    assertThat(view(id).state()).as("created is not published").isEqualTo(MomentState.OPEN);
    assertThat(view(id).published()).isZero();

    // when
    publish("li.na", "wm-1");
    pass(Duration.ofHours(1));
    assertThat(view(id))
        .extracting(v -> v.state(), v -> v.published(), v -> v.asked())
        .containsExactly(MomentState.OPEN, 1, 2);
    publish("wang.fang", "wm-2", "wm-unknown");
    pass(Duration.ofHours(14));

    // then
    assertThat(view(id).state()).isEqualTo(MomentState.PUBLISHED);
    assertThat(view(id).version()).isEqualTo(1);
    assertThat(view(id).viewers()).isEqualTo(3);
    assertThat(view(id).likes()).as("collected afterwards").isEqualTo(3);
    assertThat(weCom.calls.stream().filter(call -> call.startsWith("create"))).hasSize(1);
  }

  @Test
  void shouldRemindTellTheLeadAndStopWhatNobodyPublishes() {
    // given
    long id = plan();
    publish("li.na", "wm-1");

    // when
    pass(Duration.ofHours(26));

    // then
    assertThat(told)
        .hasSize(3)
        .allMatch(text -> text.contains("wang.fang"))
        .last()
        .asString()
        .startsWith("chen.jing: 朋友圈还有 1 人没有发表：wang.fang");
    assertThat(weCom.calls).endsWith("cancel mom-1");
    assertThat(view(id).state()).isEqualTo(MomentState.PARTLY);
    assertThat(moments.find(id).orElseThrow().senders())
        .extracting(Sender::state)
        .containsExactly("PUBLISHED", "NOT_PUBLISHED");
    assertThat(rooms.jdbc().sql("SELECT customer_id FROM moment_audience").query().listOfRows())
        .as("who saw nothing has it for free")
        .hasSize(1);
  }

  @Test
  void shouldLeaveOutAccountsWhoseCustomersHaveSeenEnough() {
    // given
    plan();
    publish("li.na", "wm-1");
    pass(Duration.ofHours(2));
    friend("wm-1", "wang.fang");
    account("zhao.min");
    friend("wm-3", "zhao.min");

    // when
    var order =
        new Order(
            PIECE, List.of("zhao.min", "wang.fang", "li.na"), List.of(), rooms.clock().instant());
    var preview = moments.preview(order);
    long second = moments.plan(order, "ops");
    pass(Duration.ofMinutes(3));

    // then
    assertThat(preview).extracting(p -> p.customers(), p -> p.atCap()).containsExactly(3, 2);
    assertThat(moments.find(second).orElseThrow().senders())
        .extracting(Sender::staffUserId, Sender::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("li.na", "LEFT_OUT"),
            org.assertj.core.groups.Tuple.tuple("wang.fang", "LEFT_OUT"),
            org.assertj.core.groups.Tuple.tuple("zhao.min", "ASKED"));
  }

  @Test
  void shouldKeepQuietHoursAndTheRateOfWeCom() {
    // given: 22:00 in Shanghai
    var night = Instant.parse("2026-12-01T14:00:00Z");
    for (int i = 0; i < 11; i++) {
      plan(night);
    }
    // when
    pass(Duration.between(rooms.clock().instant(), Instant.parse("2026-12-02T00:59:00Z")));
    assertThat(weCom.calls).isEmpty();
    rooms.jdbc().sql("DELETE FROM customer_staff").update();
    pass(Duration.ofMinutes(1).plusSeconds(30));
    // then
    assertThat(weCom.calls.stream().filter(call -> call.startsWith("create"))).hasSize(10);
  }

  @Test
  void shouldFindAMomentWhoseCreationGotNoAnswerInsteadOfCreatingItTwice() {
    // given
    weCom.nextCreate.add(new CallResult.Unknown<>("SIYU-3202", "no answer"));
    long id = plan();
    pass(Duration.ofMinutes(5));
    assertThat(view(id).state()).isEqualTo(MomentState.UNKNOWN);

    // when
    weCom.listed = "mom-1";
    pass(Duration.ofMinutes(30));

    // then
    assertThat(view(id).state()).isEqualTo(MomentState.OPEN);
    assertThat(weCom.calls.stream().filter(call -> call.startsWith("create"))).hasSize(1);
  }

  @Test
  void shouldLeaveAnUnknownMomentToAPersonWhenWeComDoesNotListIt() {
    // given
    weCom.nextCreate.add(new CallResult.Unknown<>("SIYU-3202", "no answer"));
    long id = plan();
    // when
    pass(Duration.ofDays(2));
    // then
    assertThat(view(id).state()).isEqualTo(MomentState.UNKNOWN);
    assertThat(weCom.calls.stream().filter(call -> call.startsWith("create"))).hasSize(1);
    moments.cancel(id, "没有创建", "ops");
    assertThat(view(id).state()).isEqualTo(MomentState.CANCELLED);
  }

  @Test
  void shouldTryAgainWhenWeComIsBusyAndEndWhenItSaysNo() {
    // given
    weCom.nextCreate.add(new CallResult.Retryable<>("45009", "freq", Duration.ofMinutes(1)));
    weCom.nextCreate.add(new CallResult.Broken<>("41065", "attachments"));
    long id = plan();
    // when
    pass(Duration.ofMinutes(10));
    // then
    assertThat(view(id))
        .extracting(v -> v.state(), v -> v.rule())
        .containsExactly(MomentState.REFUSED, "41065");
    assertThat(weCom.calls.stream().filter(call -> call.startsWith("create"))).hasSize(2);
  }

  @Test
  void shouldNotCountACrashBetweenClaimAndRecordAsCreated() {
    // given
    long id = plan();
    rooms
        .jdbc()
        .sql(
            "UPDATE moment_plan SET state = 'CREATING', claimed_at = next_at, said = '好物',"
                + " next_at = next_at + interval '2 minutes'")
        .update();
    // when
    pass(Duration.ofMinutes(3));
    // then
    assertThat(view(id).state()).isEqualTo(MomentState.UNKNOWN);
    assertThat(weCom.calls).noneMatch(call -> call.startsWith("create"));
  }

  @Test
  void shouldStopWhenAPersonSaysSoAndKeepWhatIsPublished() {
    // given
    long planned = plan(rooms.clock().instant().plus(Duration.ofHours(2)));
    moments.cancel(planned, "改期", "ops");
    long open = plan();
    pass(Duration.ofMinutes(3));
    publish("li.na", "wm-1");
    // when
    moments.cancel(open, "价格有误", "ops");
    // then
    assertThat(view(planned).state()).isEqualTo(MomentState.CANCELLED);
    assertThat(view(open).state()).isEqualTo(MomentState.PARTLY);
    assertThatThrownBy(() -> moments.cancel(open, "再停", "ops"))
        .isInstanceOf(MomentRefused.class)
        .hasMessageContaining("SIYU-3454");
  }

  @Test
  void shouldRefuseWhatIsNotApprovedAndAskAgainAtItsTime() {
    // given
    long id = plan(rooms.clock().instant().plus(Duration.ofHours(1)));
    rooms
        .jdbc()
        .sql("UPDATE content SET state = 'RETIRED' WHERE key = :k")
        .param("k", PIECE)
        .update();
    rooms.get(Accounts.class).become("li.na", Status.BANNED, null, "封禁", "siyu");
    // when
    pass(Duration.ofHours(2));
    // then
    assertThat(view(id))
        .extracting(v -> v.state(), v -> v.rule(), v -> v.leftOut())
        .containsExactly(MomentState.REFUSED, "content-missing", 1);
    assertThatThrownBy(this::plan).hasMessageContaining("SIYU-3455");
  }
}
