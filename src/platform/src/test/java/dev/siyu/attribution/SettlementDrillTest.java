package dev.siyu.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Many provisional orders become final in one run that is stopped and continued. 2,000 in the
 * build; {@code -Dmoney.settle=100000} prints the figures of docs/performance.
 */
class SettlementDrillTest {

  private static final int ORDERS = Integer.getInteger("money.settle", 2_000);
  private static final int BATCH = Math.max(1, ORDERS / 50);
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final Duration ALLOWED = Duration.ofMinutes(10);

  private static final String CUSTOMERS =
      """
      INSERT INTO customer (id, name, zone, created_at)
      SELECT 'C' || 900000 + n, '', 'Asia/Shanghai', '2026-01-01T00:00:00Z'
      FROM generate_series(1, :orders / 4) n
      """;
  private static final String PAID =
      """
      INSERT INTO paid_order (source, order_id, customer_id, amount_cents, line_count, country, paid_at)
      SELECT 'mall', 'o' || n, 'C' || 900001 + n % (:orders / 4), 1000 + n % 9973, 1,
        CASE WHEN n % 3 = 0 THEN 'France' ELSE 'United Kingdom' END,
        CAST('2026-10-10T00:00:00Z' AS timestamptz) + n * interval '7 seconds'
      FROM generate_series(1, :orders) n
      """;
  private static final String WAITING =
      "INSERT INTO attribution_due (customer_id) SELECT DISTINCT customer_id FROM paid_order";

  @Test
  void shouldMakeAllFinalInTimeAlsoWhenItIsStoppedBetween() {
    var limits =
        Map.<String, Object>of(
            "siyu.attribution.batch", "1000", "siyu.attribution.settle-batch", BATCH);
    try (var rig = new Rig(limits)) {
      // given
      rig.rooms.jdbc().sql(CUSTOMERS).param("orders", ORDERS).update();
      rig.rooms.jdbc().sql(PAID).param("orders", ORDERS).update();
      rig.rooms.jdbc().sql(WAITING).update();
      long begun = System.nanoTime();
      rig.write();
      var written = Duration.ofNanos(System.nanoTime() - begun);
      var settlements = rig.get(Settlements.class);
      // when
      begun = System.nanoTime();
      settlements.start(NOVEMBER, "finance");
      int stoppedAt = runUntilStopped(rig, settlements);
      var untilStop = Duration.ofNanos(System.nanoTime() - begun);
      settlements.resume(NOVEMBER, "finance");
      rig.get(SettlementRun.class).runDue(rig.now());
      var settled = Duration.ofNanos(System.nanoTime() - begun);
      // then
      System.out.printf(
          "%d orders: booked in %d ms, stopped after %d at %d ms, all final in %d ms%n",
          ORDERS, written.toMillis(), stoppedAt, untilStop.toMillis(), settled.toMillis());
      assertThat(settlements.find(NOVEMBER).orElseThrow().done()).isEqualTo(ORDERS);
      assertThat(settled).isLessThan(ALLOWED);
      assertThat(
              rig.texts(
                  """
                  SELECT (sum(cents) = (SELECT sum(amount_cents) FROM paid_order))::text
                  FROM ledger_entry WHERE account = 'FINAL'
                  """))
          .containsExactly("true");
      rig.get(BookChecks.class).runDue(rig.now());
      assertThat(rig.texts("SELECT name FROM book_check WHERE NOT ok")).isEmpty();
    }
  }

  /** Stops it while it runs; answers how far it was then. */
  private static int runUntilStopped(Rig rig, Settlements settlements) {
    var run = CompletableFuture.runAsync(() -> rig.get(SettlementRun.class).runDue(rig.now()));
    // the run commits batch by batch on another thread: only looking tells how far it is
    Awaitility.await()
        .atMost(ALLOWED)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> settlements.find(NOVEMBER).orElseThrow().done() >= ORDERS / 4);
    settlements.stop(NOVEMBER, "finance");
    run.join();
    var stopped = settlements.find(NOVEMBER).orElseThrow();
    assertThat(stopped.state()).isEqualTo(Settlements.State.STOPPED);
    assertThat(stopped.total()).isEqualTo(ORDERS);
    assertThat(stopped.done()).as("final when it was stopped").isBetween(1, ORDERS - 1);
    assertThat(rig.texts("SELECT count(*)::text FROM attribution WHERE state = 'FINAL'"))
        .as("progress is what was committed")
        .containsExactly(String.valueOf(stopped.done()));
    return stopped.done();
  }
}
