package dev.siyu.fission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.TestRooms;
import dev.siyu.calls.CallResult;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.fission.FissionCampaigns.Level;
import dev.siyu.fission.FissionCampaigns.Order;
import dev.siyu.fission.FissionCampaigns.Segment;
import dev.siyu.inbox.ContactArrived;
import dev.siyu.inbox.ContactDeparted;
import dev.siyu.mall.CouponRevocations;
import dev.siyu.tasks.Notices;
import dev.siyu.tasks.Team;
import dev.siyu.wecom.ContactWays;
import dev.siyu.wecom.MediaUploads;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FissionTest {

  private final List<Announcement> announced = new ArrayList<>();
  private CallResult<Boolean> revocation = new CallResult.Ok<>(true);
  private final Map<String, String> told = new HashMap<>();
  private TestRooms rooms;
  private FissionCampaigns campaigns;
  private FissionWork work;
  private int people;

  @BeforeEach
  void open() {
    rooms =
        TestRooms.open(
            Map.of(),
            context -> {
              context.registerBean(JourneyMessages.class, () -> announced::addAll);
              context.registerBean(ContactWays.class, () -> nobody(ContactWays.class));
              context.registerBean(MediaUploads.class, () -> nobody(MediaUploads.class));
              context.registerBean(CouponRevocations.class, () -> code -> revocation);
              context.registerBean(
                  Notices.class, () -> (key, staff, text) -> told.putIfAbsent(key, staff));
              context.registerBean(Team.class, () -> new Team(Map.of(), "chen.jing"));
            },
            "customers",
            "content",
            "fission");
    campaigns = rooms.get(FissionCampaigns.class);
    work = rooms.get(FissionWork.class);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private static <T> T nobody(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              throw new AssertionError("nobody plays this here: " + method);
            }));
  }

  private CustomerId friend() {
    var customers = rooms.get(Customers.class);
    var customer = customers.byExternalUserId("wm-" + ++people);
    customers.identified(customer, "客户" + people, "u-" + people);
    customers.added(customer, "li.na", "store", rooms.clock().instant());
    return customer;
  }

  private long start(long budgetCents, Level... levels) {
    var now = rooms.clock().instant();
    var order =
        new Order(
            "春季",
            "fission-invitation",
            now,
            now.plus(Duration.ofDays(7)),
            7,
            budgetCents,
            10,
            List.of(levels),
            new Segment(List.of(), List.of(), 100));
    return campaigns.start(order, "ops");
  }

  private long inviterOf(CustomerId customer) {
    return rooms
        .jdbc()
        .sql("SELECT id FROM fission_inviter WHERE customer_id = :c")
        .param("c", customer.value())
        .query(Long.class)
        .single();
  }

  private CustomerId helps(long inviter) {
    var helper = friend();
    rooms.publish(
        new ContactArrived(helper, "li.na", Codes.stateOf(inviter), rooms.clock().instant()));
    return helper;
  }

  private List<String> helpers() {
    return rooms
        .jdbc()
        .sql("SELECT state || ' ' || rule FROM fission_helper ORDER BY id")
        .query(String.class)
        .list();
  }

  private String reward() {
    return rooms.jdbc().sql("SELECT state FROM fission_reward").query(String.class).single();
  }

  private long spent() {
    return rooms
        .jdbc()
        .sql("SELECT sum(spent_cents) FROM fission_campaign")
        .query(Long.class)
        .single();
  }

  @Test
  void shouldAskTheSegmentSpreadOverTimeAndEachOnce() {
    // given
    IntStream.range(0, 20).forEach(n -> friend());
    start(10_000, new Level(2, "gift-10", 1_000, 30));
    var due = rooms.get(FissionStart.class);

    // when
    due.runDue(rooms.clock().instant().plusSeconds(60));
    int first = announced.size();
    due.runDue(rooms.clock().instant().plus(Duration.ofMinutes(11)));
    due.runDue(rooms.clock().instant().plus(Duration.ofMinutes(12)));

    // then
    assertThat(first).as("spread").isLessThan(20);
    assertThat(announced).extracting(Announcement::key).hasSize(20).doesNotHaveDuplicates();
    assertThat(announced.getFirst().variables())
        .containsKeys("inviterId", "endsAt", "watchUntil", "entry", "staffId");
    assertThat(campaigns.count(new Segment(List.of(), List.of(), 100)))
        .as("nobody is in two campaigns")
        .isZero();
  }

  @Test
  void shouldCountNewPeopleOnceAndNobodyElse() {
    // given
    var old = friend();
    rooms.pass(Duration.ofHours(1));
    start(10_000, new Level(2, "gift-10", 1_000, 30));
    var inviter = inviterOf(old);
    rooms.pass(Duration.ofHours(1));

    // when
    var helper = helps(inviter);
    var at = rooms.clock().instant();
    rooms.publish(new ContactArrived(helper, "mary", Codes.stateOf(inviter), at));
    rooms.publish(new ContactArrived(old, "li.na", Codes.stateOf(inviter), at));
    rooms.publish(new ContactArrived(friend(), "li.na", "store", at));
    rooms.pass(Duration.ofDays(8));
    helps(inviter);

    // then
    assertThat(helpers()).containsExactly("VALID screening", "INVALID self", "INVALID late");
    assertThat(announced)
        .filteredOn(one -> one.name().equals(Helpers.HELPED))
        .singleElement()
        .satisfies(one -> assertThat(one.correlationKey()).isEqualTo(old.value()));
  }

  @Test
  void shouldHoldBackARushForAPersonToDecide() {
    // given
    var inviter = campaignOfOne(10_000, new Level(9, "gift-10", 1_000, 30));

    // when
    IntStream.range(0, 9).forEach(n -> helps(inviter));

    // then
    assertThat(helpers()).contains("SUSPECT screening");
    assertThat(told.values()).as("told once a day").containsExactly("chen.jing");
    assertThat(work.claim(inviter, rooms.clock().instant())).isEmpty();
    var suspect =
        campaigns.find(campaigns.all().getFirst().id()).orElseThrow().suspects().getFirst();
    assertThat(suspect.reason()).isEqualTo("一小时内新增较多");
    assertThat(campaigns.decide(suspect.id(), true, "电话确认过", "manager")).isTrue();
    assertThat(campaigns.decide(suspect.id(), false, "反悔", "boss")).isFalse();
    assertThat(work.claim(inviter, rooms.clock().instant())).hasSize(1);
  }

  private long campaignOfOne(long budget, Level... levels) {
    var customer = friend();
    rooms.pass(Duration.ofHours(1));
    start(budget, levels);
    return inviterOf(customer);
  }

  @Test
  void shouldPayEachLevelOnceAndNeverMoreThanTheBudget() {
    // given: the budget pays for one of the two levels
    var inviter =
        campaignOfOne(
            1_500, new Level(1, "gift-10", 1_000, 30), new Level(2, "gift-20", 2_000, 30));
    helps(inviter);
    helps(inviter);
    var now = rooms.clock().instant();
    var table = rooms.get(RewardTable.class);

    // when
    var claims =
        IntStream.range(0, 8).parallel().mapToObj(n -> table.claim(inviter, 1, now)).toList();

    // then
    assertThat(claims).filteredOn(one -> one).hasSize(1);
    assertThat(table.claim(inviter, 2, now)).as("budget").isFalse();
    assertThat(spent()).isEqualTo(1_000);
    assertThat(work.claim(inviter, now)).as("not issued yet: answered again").hasSize(1);
    work.issued(work.claim(inviter, now).getFirst().id(), "C1", now);
    assertThat(work.claim(inviter, now)).isEmpty();
    assertThat(work.isOpen(inviter, now)).as("a level is left").isTrue();
    assertThat(work.isOpen(inviter, now.plus(Duration.ofDays(7)))).as("over").isFalse();
  }

  private CustomerId rewarded(long inviter) {
    var helper = helps(inviter);
    var now = rooms.clock().instant();
    work.issued(work.claim(inviter, now).getFirst().id(), "C1", now);
    return helper;
  }

  @Test
  void shouldTakeARewardBackWhenTheHelperLeaves() {
    // given
    var inviter = campaignOfOne(5_000, new Level(1, "gift-10", 1_000, 30));
    var helper = rewarded(inviter);
    var clawback = rooms.get(Clawback.class);
    clawback.runDue(rooms.clock().instant());
    assertThat(reward()).isEqualTo("ISSUED");

    // when
    rooms.publish(new ContactDeparted(helper, rooms.clock().instant().plusSeconds(60)));
    revocation = new CallResult.Retryable<>("HTTP-503", "busy", Duration.ofSeconds(1));
    clawback.runDue(rooms.clock().instant());
    assertThat(reward()).isEqualTo("REVOKING");
    revocation = new CallResult.Ok<>(true);
    clawback.runDue(rooms.clock().instant().plus(Duration.ofMinutes(6)));

    // then
    assertThat(reward()).isEqualTo("REVOKED");
    assertThat(spent()).as("the budget has it again").isZero();
    assertThat(work.claim(inviter, rooms.clock().instant())).as("not paid anew").isEmpty();
  }

  @Test
  void shouldTakeARewardBackWhenTheOrderItWasUsedForIsFullyRefunded() {
    // given
    var inviter = campaignOfOne(5_000, new Level(1, "gift-10", 1_000, 30));
    var buyer = rewarded(inviter);
    var clawback = rooms.get(Clawback.class);
    ordered(buyer, 9_900);

    // when
    refunded(9_899);
    clawback.runDue(rooms.clock().instant());
    assertThat(reward()).as("partly refunded").isEqualTo("ISSUED");
    refunded(9_900);
    clawback.runDue(rooms.clock().instant());

    // then
    assertThat(reward()).isEqualTo("REVOKED");
    assertThat(spent()).as("the budget has it again").isZero();
  }

  private void ordered(CustomerId buyer, long cents) {
    rooms
        .jdbc()
        .sql(
            """
            INSERT INTO paid_order (source, order_id, customer_id, origin_id, amount_cents,
              line_count, coupon_code, paid_at)
            VALUES ('mall', 'O1', :buyer, :buyer, :cents, 1, 'C1', :at)
            """)
        .param("buyer", buyer.value())
        .param("cents", cents)
        .param("at", HelperTable.sql(rooms.clock().instant()))
        .update();
  }

  private void refunded(long cents) {
    rooms.jdbc().sql("UPDATE paid_order SET refunded_cents = :c").param("c", cents).update();
  }

  @Test
  void shouldNoteAUsedCouponInTheInvitersAccount() {
    // given
    var inviter = campaignOfOne(5_000, new Level(1, "gift-10", 1_000, 30));
    var helper = rewarded(inviter);

    // when
    rooms.publish(new ContactDeparted(helper, rooms.clock().instant().plusSeconds(60)));
    revocation = new CallResult.Declined<>(CouponRevocations.USED, "coupon_used");
    rooms.get(Clawback.class).runDue(rooms.clock().instant());

    // then
    assertThat(reward()).isEqualTo("OWED");
    assertThat(spent()).isEqualTo(1_000);
    var detail = campaigns.find(campaigns.all().getFirst().id()).orElseThrow();
    assertThat(detail.inviters().getFirst().note()).contains("记在邀请人名下");
  }

  @Test
  void shouldLeaveRewardsAloneOnceTheInviterIsSettled() {
    // given
    var inviter = campaignOfOne(5_000, new Level(1, "gift-10", 1_000, 30));
    var helper = rewarded(inviter);

    // when
    work.settle(inviter, rooms.clock().instant());
    rooms.publish(new ContactDeparted(helper, rooms.clock().instant().plusSeconds(60)));
    rooms.get(Clawback.class).runDue(rooms.clock().instant());

    // then
    assertThat(reward()).isEqualTo("ISSUED");
    assertThat(work.isOpen(inviter, rooms.clock().instant())).as("earns no more").isFalse();
  }

  @Test
  void shouldRefuseACampaignThatCannotRun() {
    friend();
    assertThatThrownBy(() -> start(10_000)).hasMessageContaining("SIYU-8306");
    start(10_000, new Level(1, "gift-10", 1_000, 30));
    assertThatThrownBy(() -> start(10_000, new Level(1, "gift-10", 1_000, 30)))
        .hasMessageContaining("SIYU-8307");
    assertThat(campaigns.all()).hasSize(1);
  }
}
