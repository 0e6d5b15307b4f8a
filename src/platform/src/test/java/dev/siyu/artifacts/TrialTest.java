package dev.siyu.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class TrialTest {

  /** Data that comes only when the latch opens, whatever interrupts in between. */
  private static final class Slow extends AbstractMap<String, Object> {

    private final CountDownLatch latch;

    private Slow(CountDownLatch latch) {
      this.latch = latch;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      while (latch.getCount() > 0) {
        LockSupport.parkNanos(1_000_000);
      }
      return Set.of();
    }
  }

  @Test
  void shouldComputeWhatTheEngineWould() {
    assertThat(Trial.of("=round = null or round < 2", Map.of("round", 1)))
        .isEqualTo(new Trial.Answer("true"));
    assertThat(
            Trial.of(
                "=date and time(at) + duration(\"P3D\")", Map.of("at", "2026-12-01T02:00:00Z")))
        .isEqualTo(new Trial.Answer("2026-12-04T02:00Z"));
    assertThat(Trial.of("nobody", Map.of())).isEqualTo(new Trial.Answer(null));
  }

  @Test
  void shouldRefuseWhatIsUnboundedOrNoExpression() {
    assertThat(code(Trial.of("=count(0..1000000000)", Map.of()))).isEqualTo("SIYU-3620");
    assertThat(code(Trial.of("=floor(10 ** 400000000)", Map.of()))).isEqualTo("SIYU-3620");
    assertThat(code(Trial.of("= = 1", Map.of()))).isEqualTo("SIYU-3621");
  }

  @Test
  void shouldTakeANumberThatIsWrittenOut() {
    assertThat(Trial.of("=number(\"3.5\") + 1", Map.of())).isEqualTo(new Trial.Answer("4.5"));
    for (var hostile :
        List.of(
            "=floor(number(\"1e400000000\"))",
            "=number(\"1e400000000\")",
            "=floor(number(vast))",
            "=number(from: \"1e400000000\")",
            "=number(\"1\" + vast)")) {
      assertThat(code(Trial.of(hostile, Map.of("vast", "1e400000000"))))
          .as(hostile)
          .isEqualTo("SIYU-3620");
    }
  }

  @Test
  void shouldNameOnlyFunctionsThatATrialTakes() {
    // then
    assertThat(Feel.functions())
        .contains("number", "floor", "date and time")
        .doesNotContain("now", "today", "matches", "random number")
        .isSorted();
  }

  @Test
  void shouldGiveUpAnExpressionThatTakesTooLong() {
    // given example data that nobody ever hands over
    var never = new CountDownLatch(1);

    // when
    var trial = TrialBench.of("=a", new Slow(never), Duration.ofMillis(50));

    // then
    assertThat(code(trial)).isEqualTo("SIYU-3680");
    never.countDown();
  }

  @Test
  void shouldNotLetStuckTrialsBecomeMany() {
    // given four that are stuck
    var stuck = new CountDownLatch(1);
    for (int i = 0; i < 4; i++) {
      TrialBench.of("=a", new Slow(stuck), Duration.ofMillis(20));
    }

    // then
    assertThat(code(Trial.of("=1", Map.of()))).isEqualTo("SIYU-3681");
    stuck.countDown();
    await()
        .alias("the threads of the trials end on their own")
        .until(() -> Trial.of("=1", Map.of()).equals(new Trial.Answer("1")));
  }

  private static String code(Trial trial) {
    return trial instanceof Trial.Refused refused ? refused.objection().code() : trial.toString();
  }
}
