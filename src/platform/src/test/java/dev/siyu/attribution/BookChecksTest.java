package dev.siyu.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookChecksTest {

  private static final Instant PAID = Instant.parse("2026-11-10T04:00:00Z");
  private final AtomicLong nanos = new AtomicLong();
  private Rig rig;
  private BookChecks checks;

  @BeforeEach
  void open() {
    rig = new Rig();
    checks = new BookChecks(rig.rooms.jdbc(), nanos::get);
    var id = rig.customer("a", "store", PAID.minusSeconds(60));
    rig.pays(id, "1", 2_000, PAID);
    rig.returns(id, null, 1_100, PAID.plusSeconds(60));
    rig.write();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private java.util.List<String> red() {
    checks.runDue(rig.now());
    return rig.texts("SELECT name FROM book_check WHERE NOT ok ORDER BY name");
  }

  /** As somebody would who gets past the triggers. */
  private void plant(String sql) {
    rig.rooms.jdbc().sql("ALTER TABLE ledger_entry DISABLE TRIGGER USER; " + sql).update();
  }

  @Test
  void shouldFindABookThatIsRight() {
    assertThat(red()).isEmpty();
    assertThat(rig.texts("SELECT count(*)::text FROM book_check"))
        .containsExactly(String.valueOf(BookCheck.ALL.size()));
  }

  @Test
  void shouldTurnRedWhenAnEntryWasChanged() {
    plant("UPDATE ledger_entry SET cents = cents + 1 WHERE department = '门店' AND order_id = '1'");
    assertThat(red())
        .contains("trial-balance", "journals-sum-to-zero", "orders-are-divided")
        .contains("departments-are-orders-less-refunds");
  }

  @Test
  void shouldTurnRedWhenMoneyWentToAnotherOrder() {
    plant("UPDATE ledger_entry SET order_id = '2' WHERE order_id = '1'");
    assertThat(red()).containsExactly("orders-are-divided");
  }

  @Test
  void shouldTurnRedWhenEvidenceWasChanged() {
    rig.rooms
        .jdbc()
        .sql(
            "ALTER TABLE attribution_decision DISABLE TRIGGER USER;"
                + " UPDATE attribution_decision SET evidence = replace(evidence, 'store', 'ads')")
        .update();
    assertThat(red()).containsExactly("evidence-is-unchanged");
  }

  @Test
  void shouldLookEveryFiveMinutes() {
    assertThat(checks.nextDue()).isPresent();
    checks.runDue(rig.now());
    assertThat(checks.nextDue()).isEmpty();
    nanos.addAndGet(java.time.Duration.ofMinutes(5).toNanos());
    assertThat(checks.nextDue()).isPresent();
  }
}
