package dev.siyu.attribution;

import static dev.siyu.approvals.ApprovalEnded.Ending.APPROVED;
import static dev.siyu.approvals.ApprovalEnded.Ending.REJECTED;
import static dev.siyu.approvals.ApprovalKind.ATTRIBUTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.customers.CustomersMerged;
import dev.siyu.orders.Orders;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttributionTest {

  private static final Instant NOON = Instant.parse("2026-11-10T04:00:00Z");
  private Rig rig;

  @BeforeEach
  void open() {
    rig = new Rig();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private static Instant day(int days) {
    return NOON.plus(Duration.ofDays(days));
  }

  @Test
  void shouldDivideAnOrderOnceAndKeepItsEvidence() {
    // given
    var id = rig.customer("a", "store", day(-1));
    // when
    rig.pays(id, "1", 10_001, day(0));
    rig.write();
    rig.pays(id, "1", 10_001, day(0));
    rig.write();
    // then
    assertThat(rig.book())
        .containsExactly(
            "2026-11  ORDERS -10001",
            "2026-11 私域运营部 PROVISIONAL 3000",
            "2026-11 门店 PROVISIONAL 7001");
    assertThat(rig.texts("SELECT rule || ' ' || reason FROM attribution_decision"))
        .containsExactly("门店引流首单 首单，添加渠道 store");
  }

  @Test
  void shouldRefuseAnotherContentOfTheSameOrder() {
    // given
    var id = rig.customer("a", "store", day(-1));
    rig.pays(id, "1", 10_000, day(0));
    rig.write();
    // when
    rig.pays(id, "1", 99_999, day(0));
    rig.write();
    // then
    assertThat(rig.texts("SELECT sum(cents)::text FROM ledger_entry WHERE department <> ''"))
        .containsExactly("10000");
    assertThat(rig.texts("SELECT ref FROM order_conflict")).containsExactly("1");
  }

  @Test
  void shouldTakeAPartOfEveryShareBackInTheMonthOfTheRefund() {
    // given
    var id = rig.customer("a", "store", day(-1));
    rig.pays(id, "1", 10_000, day(0));
    rig.write();
    // when
    rig.returns(id, "1", 1_001, day(25));
    rig.write();
    // then
    assertThat(rig.departments())
        .containsExactly(
            "2026-11 私域运营部 PROVISIONAL 3000",
            "2026-11 门店 PROVISIONAL 7000",
            "2026-12 私域运营部 PROVISIONAL -300",
            "2026-12 门店 PROVISIONAL -701");
  }

  @Test
  void shouldChargeARefundWithoutOrderToTheOwnerAndElseToNobody() {
    // given
    var known = rig.customer("a", "store", day(-1));
    rig.pays(known, "1", 1_000, day(0));
    var stranger = rig.customer("b", null, day(0));
    // when
    rig.returns(known, null, 1_500, day(1));
    rig.returns(stranger, null, 70, day(1));
    rig.write();
    // then
    assertThat(rig.departments())
        .containsExactly("2026-11 待定 CLAWED_BACK -70", "2026-11 门店 CLAWED_BACK -500");
  }

  @Test
  void shouldGiveALostRefundToTheOrderThatReachesUsLater() {
    // given
    var id = rig.customer("a", "store", day(-1));
    rig.returns(id, null, 400, day(1));
    rig.write();
    assertThat(rig.departments()).containsExactly("2026-11 门店 CLAWED_BACK -400");
    // when
    rig.pays(id, "1", 1_000, day(0));
    rig.write();
    // then
    assertThat(rig.departments())
        .containsExactly("2026-11 私域运营部 PROVISIONAL 180", "2026-11 门店 PROVISIONAL 420");
  }

  @Test
  void shouldDecideAnewWhenAnEarlierOrderReachesUsLater() {
    // given
    var id = rig.customer("a", "ads", day(-1));
    rig.pays(id, "2", 1_000, day(1));
    rig.write();
    // when
    rig.pays(id, "1", 2_000, day(0));
    rig.write();
    // then
    assertThat(
            rig.texts(
                "SELECT order_id || ' ' || number || ' ' || cause || ' ' || rule"
                    + " FROM attribution_decision ORDER BY order_id, number"))
        .containsExactly("1 1 PAID 付费引流首单", "2 1 PAID 付费引流首单", "2 2 EARLIER_ORDER 复购归属部门");
    assertThat(rig.departments())
        .containsExactly("2026-11 电商部 PROVISIONAL 1750", "2026-11 私域运营部 PROVISIONAL 1250");
  }

  @Test
  void shouldKeepTheOwnerAtPaymentWhenCustomersMerge() {
    // given
    var one = rig.customer("a", "store", day(-1));
    var other = rig.customer("b", "ads", day(-1));
    rig.pays(one, "1", 1_000, day(0));
    rig.pays(other, "2", 1_000, day(1));
    rig.write();
    var before = rig.book();
    // when
    rig.rooms
        .database()
        .transactions()
        .executeWithoutResult(status -> rig.rooms.publish(new CustomersMerged(other, one)));
    rig.write();
    // then
    assertThat(rig.get(Orders.class).standing(one).paidOrders()).isEqualTo(2);
    assertThat(rig.book()).isEqualTo(before);
  }

  @Test
  void shouldNotKeepOthersWaitingForACustomerWhoCannotBeBooked() {
    // given
    rig.rooms
        .jdbc()
        .sql(
            """
            INSERT INTO ledger_journal (key, kind, month, note, hash, actor, posted_at)
            VALUES ('mall:bad@0', 'ORDER', '2026-11-01', '', 'other', 'x', '2026-11-01T00:00:00Z')
            """)
        .update();
    rig.pays(rig.customer("a", "store", day(-1)), "bad", 1_000, day(0));
    rig.pays(rig.customer("b", "ads", day(-1)), "good", 1_000, day(0));
    // when
    rig.write();
    // then
    assertThat(rig.texts("SELECT order_id FROM attribution")).containsExactly("good");
    assertThat(rig.get(Book.class).nextDue()).isEmpty();
  }

  @Test
  void shouldShowALargeOrderToPeopleAndRememberTheirDecision() {
    // given
    var id = rig.customer("a", "store", day(-1));
    rig.pays(id, "1", 2_000_000, day(0));
    rig.pays(id, "2", 1_999_999, day(1));
    rig.write();
    assertThat(approvals()).containsExactly("1 ASKED", "2 NONE");
    // when
    rig.decide(ATTRIBUTION, "mall:1", APPROVED);
    // then
    assertThat(approvals()).containsExactly("1 APPROVED", "2 NONE");
  }

  @Test
  void shouldLeaveARejectedOrderProvisional() {
    // given
    var id = rig.customer("a", "store", day(-1));
    rig.pays(id, "1", 2_000_000, day(0));
    rig.write();
    // when
    rig.decide(ATTRIBUTION, "mall:1", REJECTED);
    // then
    assertThat(approvals()).containsExactly("1 REJECTED");
  }

  private java.util.List<String> approvals() {
    return rig.texts("SELECT order_id || ' ' || approval FROM attribution ORDER BY order_id");
  }
}
