package dev.siyu.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 100);
  private final AtomicInteger asked = new AtomicInteger();
  private Runnable meanwhile = () -> {};
  private final Remembered<Integer> answer =
      new Remembered<>(Duration.ofSeconds(1), this::ask, nanos::get);

  private int ask() {
    int said = asked.incrementAndGet();
    meanwhile.run();
    return said;
  }

  @Test
  void shouldAskAgainOnlyWhenTheAnswerIsOld() {
    assertThat(answer.get()).isEqualTo(1);
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(answer.get()).as("just not too old").isEqualTo(1);
    nanos.addAndGet(1);
    assertThat(answer.get()).isEqualTo(2);
  }

  @Test
  void shouldNotRememberWhatWasReadBeforeTheChange() {
    // given
    meanwhile =
        () -> {
          meanwhile = () -> {};
          answer.forget();
        };

    // then
    assertThat(answer.get()).isEqualTo(1);
    assertThat(answer.get()).isEqualTo(2);
    assertThat(answer.get()).isEqualTo(2);
  }

  @Test
  void shouldAskAgainWhenItWasChangedHere() {
    answer.get();
    answer.forget();
    assertThat(answer.get()).isEqualTo(2);
  }
}
