package dev.siyu.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.calls.CallResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One API of WeCom is ill, many ask for it at a time: what does that cost the others? */
@Isolated("times what it waits for")
class BulkheadTest {

  private static final Logger log = LoggerFactory.getLogger(BulkheadTest.class);
  private static final int PATIENTS = 200;
  private static final int CALLS = 300;

  private SimulatedStaff simulated;
  private WxWeCom weCom;

  @BeforeEach
  void open(@TempDir Path data) throws IOException {
    simulated = new SimulatedStaff(data, "--staff-confirm=manual");
    simulated.add("wm-1", "li.na");
    weCom = new WxWeCom(simulated.lines(Duration.ofSeconds(1)));
  }

  @AfterEach
  void close() throws IOException {
    simulated.close();
  }

  @ParameterizedTest
  @CsvSource({
    "half-open, \"millis\":30000",
    "latency, \"millis\":900",
    "status, \"code\":503",
    "timeout-after-effect, \"millis\":30000"
  })
  void shouldHardlyDelayOthersWhenOneApiIsIll(String kind, String how) throws Exception {
    // given
    healthy();
    long before = median(healthy());
    simulated.post(
        "/sim/faults",
        "{\"faults\":[{\"target\":\"wecom\",\"endpoint\":\"add_msg_template\",\"kind\":\""
            + kind
            + "\",\"share\":1.0,"
            + how
            + "}]}");
    // when
    var on = new AtomicBoolean(true);
    var patients =
        java.util.stream.Stream.generate(() -> Thread.ofVirtual().start(() -> knock(on)))
            .limit(PATIENTS)
            .toList();
    var times = healthy();
    on.set(false);
    for (var patient : patients) {
      patient.join();
    }
    // then
    long during = median(times);
    log.info(
        "{}: median of a healthy call {} us before, {} us with {} callers of an ill one; slowest {} us",
        kind,
        before,
        during,
        PATIENTS,
        LongStream.of(times).max().orElseThrow());
    assertThat(LongStream.of(times).max().orElseThrow())
        .as("no healthy call waits for an ill one")
        .isLessThan(900_000);
  }

  private void knock(AtomicBoolean on) {
    while (on.get()) {
      var result = weCom.createMassSend("li.na", List.of("wm-1"), "新品");
      if (result instanceof CallResult.Retryable<String> later && on.get()) {
        LockSupport.parkNanos(later.after().toNanos()); // as a job does
      }
    }
  }

  private long[] healthy() {
    return LongStream.range(0, CALLS)
        .map(
            n -> {
              long begun = System.nanoTime();
              assertThat(weCom.contact("wm-1")).isInstanceOf(CallResult.Ok.class);
              return (System.nanoTime() - begun) / 1_000;
            })
        .toArray();
  }

  private static long median(long[] times) {
    var sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
