package dev.siyu.history.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.Record;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prints rows a second; the bound is far below what an idle machine reaches. */
class ThroughputIT {

  @Test
  void shouldKeepUpWithTheEngine() {
    // given
    var database = HistoryDatabase.fresh();
    List<Record<?>> log = new JourneyRecords().finished(8_000);
    FakeBroker broker = new FakeBroker(database.url).open();
    int warm = log.size() / 2;
    broker.deliver(log.subList(0, warm));

    // when
    var threads = ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    broker.deliver(log.subList(warm, log.size()));
    broker.intervalOver();
    double seconds = (System.nanoTime() - start) / 1e9;
    double busy = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;

    // then
    double rate = (log.size() - warm) / seconds;
    System.out.printf(
        "exporter: %.0f rows/s, %.2f of the time on our CPU, %s for %d rows%n",
        rate, busy / seconds, database.sizes(), log.size());
    assertThat(rate).isGreaterThan(5_000);
  }
}
