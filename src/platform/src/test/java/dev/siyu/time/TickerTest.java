package dev.siyu.time;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TickerTest {

  private final Clock running = Clock.systemUTC();

  @Test
  void shouldRunWorkThatSaysNowWhileTheClockRuns() {
    // given work that reads the clock itself, a moment after the ticker began to look
    var ran = new AtomicInteger();
    DueWork work =
        new DueWork() {
          @Override
          public String name() {
            return "now";
          }

          @Override
          public Optional<Instant> nextDue() {
            return Optional.of(running.instant());
          }

          @Override
          public void runDue(Instant now) {
            ran.incrementAndGet();
          }
        };
    var ticker = new Ticker(() -> List.of(work), running, Duration.ofMillis(5));

    // when
    ticker.begin();

    // then (a real thread looks every 5 ms)
    await().atMost(Duration.ofSeconds(5)).until(() -> ran.get() > 0);
    ticker.stop();
  }
}
