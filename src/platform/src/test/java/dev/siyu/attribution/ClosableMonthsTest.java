package dev.siyu.attribution;

import static dev.siyu.approvals.ApprovalEnded.Ending.APPROVED;
import static dev.siyu.approvals.ApprovalKind.SETTLEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.attribution.Settlements.State;
import dev.siyu.customers.CustomerId;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which month may be settled and closed, and which may not any more. */
class ClosableMonthsTest {

  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final Instant FIRST = Instant.parse("2026-11-01T04:00:00Z");
  private Rig rig;
  private Settlements settlements;
  private CustomerId id;

  @BeforeEach
  void open() {
    rig = new Rig();
    settlements = rig.get(Settlements.class);
    id = rig.customer("a", "store", FIRST.minusSeconds(60));
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void pays() {
    rig.pays(id, "o1", 1_000, FIRST);
    rig.write();
  }

  private void settle() {
    settlements.start(NOVEMBER, "finance");
    rig.get(SettlementRun.class).runDue(rig.now());
  }

  @Test
  void shouldSayWhichMonthsCanBeClosed() {
    // given
    assertThat(settlements.isClosable(NOVEMBER)).as("there is no book yet").isFalse();
    pays();
    // then
    assertThat(settlements.isClosable(NOVEMBER)).isTrue();
    assertThat(settlements.isLeft(NOVEMBER)).as("nobody began it").isTrue();
    assertThat(settlements.isClosable(NOVEMBER.minusMonths(1))).as("before the first").isFalse();
    assertThat(settlements.isClosable(NOVEMBER.plusMonths(1))).as("not over").isFalse();
    // when
    settle();
    settlements.ask(NOVEMBER, "finance");
    assertThat(settlements.isClosable(NOVEMBER)).as("asked for by hand").isTrue();
    assertThat(settlements.isLeft(NOVEMBER)).as("begun by hand").isFalse();
    rig.decide(SETTLEMENT, "2026-11", APPROVED);
    // then
    assertThat(settlements.isClosable(NOVEMBER)).as("closed").isFalse();
  }

  @Test
  void shouldNotCloseAMonthThatALaterOneWasClosedOver() {
    // given: October is settled, nothing of it is final, nobody asked for it
    var october = NOVEMBER.minusMonths(1);
    rig.pays(id, "o0", 1_000, Instant.parse("2026-10-30T04:00:00Z"));
    rig.write();
    settlements.start(october, "finance");
    rig.get(SettlementRun.class).runDue(rig.now());
    assertThat(settlements.isClosable(october)).as("as long as it is the last").isTrue();
    // when
    settle();
    settlements.ask(NOVEMBER, "finance");
    rig.decide(SETTLEMENT, "2026-11", APPROVED);
    // then
    assertThat(settlements.isClosable(october)).as("November was closed over it").isFalse();
  }

  @Test
  void shouldNotCloseAMonthBeforeAnEarlierOneThatHasMoney() {
    // given
    rig.returns(id, null, 100, Instant.parse("2026-10-20T04:00:00Z"));
    pays();
    settle();
    // then
    assertThatThrownBy(() -> settlements.ask(NOVEMBER, "finance"))
        .extracting("code")
        .isEqualTo("SIYU-8122");
    assertThat(settlements.find(NOVEMBER).orElseThrow().state()).isEqualTo(State.DONE);
  }

  @Test
  void shouldRefuseAMonthThatIsNotOver() {
    assertThatThrownBy(() -> settlements.start(YearMonth.of(2026, 12), "finance"))
        .isInstanceOf(AttributionRefused.class);
  }
}
