package dev.siyu.attribution;

import static dev.siyu.approvals.ApprovalEnded.Ending.APPROVED;
import static dev.siyu.approvals.ApprovalEnded.Ending.REJECTED;
import static dev.siyu.approvals.ApprovalKind.SETTLEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.attribution.Settlements.State;
import dev.siyu.customers.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettlementTest {

  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final Instant FIRST = Instant.parse("2026-11-01T04:00:00Z");
  private Rig rig;
  private Settlements settlements;
  private CustomerId id;

  @BeforeEach
  void open() {
    rig = new Rig(Map.of("siyu.attribution.settle-batch", "2"));
    settlements = rig.get(Settlements.class);
    id = rig.customer("a", "store", FIRST.minusSeconds(60));
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void pays(int orders) {
    for (int i = 1; i <= orders; i++) {
      rig.pays(id, "o" + i, 1_000, FIRST.plus(Duration.ofHours(i)));
    }
    rig.write();
  }

  private State state() {
    return settlements.find(NOVEMBER).orElseThrow().state();
  }

  private void settle() {
    settlements.start(NOVEMBER, "finance");
    rig.get(SettlementRun.class).runDue(rig.now());
  }

  @Test
  void shouldMakeFinalWhatTheAfterSalePeriodReleasedAndLeaveTheRest() {
    // given
    pays(3);
    rig.pays(id, "late", 500, Instant.parse("2026-11-20T04:00:00Z"));
    rig.write();
    // when
    settle();
    // then
    assertThat(state()).isEqualTo(State.DONE);
    assertThat(settlements.find(NOVEMBER).orElseThrow().done()).isEqualTo(3);
    assertThat(rig.texts("SELECT order_id FROM attribution WHERE state = 'PROVISIONAL'"))
        .containsExactly("late");
    assertThat(rig.texts("SELECT sum(cents)::text FROM ledger_entry WHERE account = 'FINAL'"))
        .containsExactly("3000");
  }

  @Test
  void shouldTakeTheMallsSettleTimeWhenItComesFirst() {
    // given
    rig.pays(id, "late", 500, Instant.parse("2026-11-20T04:00:00Z"));
    rig.write();
    rig.rooms.jdbc().sql("UPDATE paid_order SET settled_at = '2026-11-25T00:00:00Z'").update();
    // when
    settle();
    // then
    assertThat(rig.texts("SELECT state FROM attribution")).containsExactly("FINAL");
  }

  @Test
  void shouldStopBetweenTwoBatchesAndGoOnWhereItWas() {
    // given
    pays(5);
    settlements.start(NOVEMBER, "finance");
    assertThat(settlements.find(NOVEMBER).orElseThrow().total()).isEqualTo(5);
    // when
    settlements.stop(NOVEMBER, "finance");
    rig.get(SettlementRun.class).runDue(rig.now());
    // then
    assertThat(settlements.find(NOVEMBER).orElseThrow().done()).isZero();
    assertThatThrownBy(() -> settlements.stop(NOVEMBER, "finance"))
        .isInstanceOf(AttributionRefused.class);
    settlements.resume(NOVEMBER, "finance");
    rig.get(SettlementRun.class).runDue(rig.now());
    assertThat(settlements.find(NOVEMBER).orElseThrow().done()).isEqualTo(5);
  }

  @Test
  void shouldCloseTheMonthWhenItsStatementsAreApproved() {
    // given
    pays(2);
    settle();
    // when
    settlements.ask(NOVEMBER, "finance");
    rig.decide(SETTLEMENT, "2026-11", APPROVED);
    // then
    assertThat(state()).isEqualTo(State.CLOSED);
    assertThat(
            rig.texts(
                "SELECT department || ' ' || final_cents || ' ' || lines FROM statement ORDER BY final_cents"))
        .containsExactly("电商部 150 1", "私域运营部 550 2", "门店 1300 2");
    assertThatThrownBy(() -> settlements.start(NOVEMBER.minusMonths(1), "finance"))
        .hasMessageContaining("not begun");
  }

  @Test
  void shouldBringWhatTheBookSaysNowToTheLastGate() {
    // given
    pays(2);
    settle();
    settlements.ask(NOVEMBER, "finance");
    var approved = Objects.requireNonNull(rig.people.open.get("SETTLEMENT 2026-11")).content();
    // when somebody changes the book behind the approval
    rig.rooms.jdbc().sql("ALTER TABLE ledger_entry DISABLE TRIGGER USER").update();
    rig.rooms.jdbc().sql("UPDATE ledger_entry SET cents = 2 * cents").update();
    rig.decide(SETTLEMENT, "2026-11", APPROVED);
    // then the gate sees it and keeps the refusal
    assertThat(rig.people.redeemed).hasSize(1).doesNotContain(approved);
    assertThat(state()).isEqualTo(State.DONE);
  }

  @Test
  void shouldOpenTheMonthAgainWhenItsStatementsAreRejected() {
    // given
    pays(2);
    settle();
    settlements.ask(NOVEMBER, "finance");
    // when
    rig.decide(SETTLEMENT, "2026-11", REJECTED);
    // then
    assertThat(state()).isEqualTo(State.DONE);
    rig.returns(id, "o1", 100, FIRST.plus(Duration.ofDays(20)));
    rig.write();
    assertThat(rig.departments()).contains("2026-11 门店 CLAWED_BACK -70");
  }

  @Test
  void shouldTakeBackInTheFirstOpenMonthWhatIsReturnedAfterTheBooksAreClosed() {
    // given
    pays(1);
    settle();
    settlements.ask(NOVEMBER, "finance");
    rig.decide(SETTLEMENT, "2026-11", APPROVED);
    // when
    rig.returns(id, "o1", 100, FIRST.plus(Duration.ofDays(20)));
    rig.write();
    // then
    assertThat(rig.departments())
        .containsExactly(
            "2026-11 私域运营部 FINAL 300",
            "2026-11 门店 FINAL 700",
            "2026-12 私域运营部 CLAWED_BACK -30",
            "2026-12 门店 CLAWED_BACK -70");
  }

  @Test
  void shouldWaitOnlyForWhatConcernsTheMonth() {
    // given
    pays(1);
    var december = Instant.parse("2026-12-01T04:00:00Z");
    rig.pays(rig.customer("c", "store", FIRST), "december", 500, december);
    // then
    assertThat(settlements.open(NOVEMBER).unbooked()).as("paid after the month").isZero();
    // when
    rig.pays(rig.customer("b", "store", FIRST), "late", 500, FIRST.plusSeconds(60));
    rig.returns(id, "o1", 100, FIRST.plus(Duration.ofDays(2)));
    // then
    assertThat(settlements.open(NOVEMBER).unbooked()).as("an order and a refund").isEqualTo(2);
    rig.write();
    assertThat(settlements.open(NOVEMBER).unbooked()).isZero();
  }

  @Test
  void shouldWaitForTheBookOfACustomerWithAnOrderThatMayBeDividedAnew() {
    // given
    pays(1);
    var queue = rig.get(Queue.class);
    // when
    queue.add(id.value());
    // then
    assertThat(settlements.open(NOVEMBER).unbooked()).as("as after a merge").isEqualTo(1);
    rig.write();
    assertThat(settlements.open(NOVEMBER).unbooked()).isZero();
    // when
    settle();
    queue.add(id.value());
    // then
    assertThat(settlements.open(NOVEMBER).unbooked()).as("what is final stays").isZero();
  }

  @Test
  void shouldNotWaitForAContestedOrderThatIsFinal() {
    // given
    pays(1);
    rig.get(OrderShares.class).hold("mall", "o1", "D1");
    assertThat(settlements.open(NOVEMBER).contested()).isEqualTo(1);
    rig.get(OrderShares.class).release("mall", "o1", "D1");
    settle();
    // when
    rig.get(OrderShares.class).hold("mall", "o1", "D2");
    // then
    assertThat(settlements.open(NOVEMBER).contested()).as("it is booked elsewhere").isZero();
  }

  @Test
  void shouldCountStatementsUntilTheyAreFrozen() {
    // given
    pays(2);
    settle();
    // when
    rig.returns(id, "o1", 100, FIRST.plus(Duration.ofDays(20)));
    rig.write();
    // then
    assertThat(settlements.statements(NOVEMBER))
        .extracting(Settlements.Statement::cents)
        .containsExactly(150L, 520L, 1_230L);
    // when
    settlements.ask(NOVEMBER, "finance");
    var frozen = settlements.statements(NOVEMBER);
    rig.rooms.jdbc().sql("ALTER TABLE ledger_entry DISABLE TRIGGER USER").update();
    rig.rooms.jdbc().sql("UPDATE ledger_entry SET cents = 2 * cents").update();
    // then
    assertThat(settlements.statements(NOVEMBER)).as("not counted any more").isEqualTo(frozen);
    assertThat(frozen).extracting(Settlements.Statement::cents).containsExactly(150L, 520L, 1_230L);
    // when
    rig.decide(SETTLEMENT, "2026-11", REJECTED);
    // then
    assertThat(settlements.statements(NOVEMBER)).as("open again").isNotEqualTo(frozen);
  }
}
