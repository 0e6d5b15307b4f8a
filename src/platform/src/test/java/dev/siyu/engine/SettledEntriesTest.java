package dev.siyu.engine;

import static org.awaitility.Awaitility.await;

import dev.siyu.TestDatabase;
import dev.siyu.time.SiyuClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Entries that the gate settles without a message; the publisher's own threads are waited for. */
class SettledEntriesTest {

  private final EntryGate.Way settled = new EntryGate.Way.Settled("started by its key");
  private final CountDownLatch answer = new CountDownLatch(1);
  private final AtomicInteger inside = new AtomicInteger();

  @Test
  void shouldMakeRoomAgainAfterTheEngineWasBusy() throws Exception {
    try (var database = TestDatabase.fresh();
        var gateway = new FakeGateway();
        var client = gateway.client();
        var rig =
            new OutboxRig(
                database, client, new FakeLog(), new SiyuClock(Clock.systemUTC(), Duration.ZERO))) {
      // given room for one
      IntStream.range(0, 30).forEach(i -> rig.pressure.rejected());
      rig.gate = entry -> settled;
      rig.publisher.start();
      announce(rig, "m", 100);
      await().atMost(Duration.ofSeconds(20)).until(rig.publisher::isQuiet);

      // when
      rig.gate = this::slow;
      announce(rig, "n", 20);

      // then
      await().until(() -> inside.get() > 8);
      answer.countDown();
      await().atMost(Duration.ofSeconds(20)).until(rig.publisher::isQuiet);
    }
  }

  private EntryGate.Way slow(EntryGate.Entry entry) {
    inside.incrementAndGet();
    try {
      answer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return settled;
  }

  private static void announce(OutboxRig rig, String key, int count) {
    rig.outbox.announce(
        IntStream.range(0, count)
            .mapToObj(
                i -> new Announcement(key + i, "order-paid", "C" + i, Duration.ZERO, Map.of()))
            .toList());
  }
}
