package dev.siyu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SlotsTest {

  private final Slots slots = new Slots(9);
  private final CountDownLatch hanging = new CountDownLatch(1);
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  @Test
  void shouldLeaveRoomForOthersWhenASystemHangs() {
    // given a system that never answers and far more jobs for it than there is room
    for (int i = 0; i < 50; i++) {
      Thread.ofVirtual().start(() -> call("mall", true));
    }
    // (threads begin when they are scheduled)
    await().during(Duration.ofMillis(100)).until(() -> inside.get() == 6);

    // when another system has work
    for (int i = 0; i < 30; i++) {
      Thread.ofVirtual().start(() -> call("wecom", false));
    }

    // then all of it is done meanwhile
    await().until(() -> done.get() == 30);
    assertThat(inside).hasValue(6);
    hanging.countDown();
    await().until(() -> done.get() == 80);
  }

  private void call(String system, boolean hangs) {
    var part = slots.of(system);
    try {
      part.acquire();
      try {
        if (hangs) {
          inside.incrementAndGet();
          hanging.await();
        }
      } finally {
        part.release();
        done.incrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
