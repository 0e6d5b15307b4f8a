package dev.siyu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.siyu.TestDatabase;
import dev.siyu.time.SiyuClock;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import io.grpc.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("times what it waits for")
class OutboxTest {

  private final SiyuClock clock = new SiyuClock(Clock.systemUTC(), Duration.ZERO);
  private final FakeLog log = new FakeLog();
  private TestDatabase database;
  private FakeGateway gateway;
  private ZeebeClient client;
  private OutboxRig rig;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.fresh();
    gateway = new FakeGateway();
    client = gateway.client();
    rig = new OutboxRig(database, client, log, clock);
  }

  @AfterEach
  void close() {
    rig.close();
    client.close();
    gateway.close();
    database.close();
  }

  @Test
  void shouldPublishInOrderPerCustomerWhileTheEngineIsBusyNowAndThen() {
    // given
    var random = new Random(7);
    gateway.onPublish = request -> random.nextInt(10) < 3 ? Status.RESOURCE_EXHAUSTED : null;
    rig.publisher.start();
    // when
    for (int i = 0; i < 600; i++) {
      rig.outbox.announce(List.of(message("m" + i, "C" + i % 20)));
    }
    // then
    quiet();
    assertThat(gateway.published).hasSize(600);
    byCustomer()
        .forEach((customer, ids) -> assertThat(ids).as(customer).isSortedAccordingTo(BY_NUMBER));
    assertThat(rig.rejections.perMinute()).isPositive();
    assertThat(rig.table.counts().waiting()).isZero();
  }

  @Test
  void shouldPublishWithTheCommitAndNeverWithoutIt() {
    // given
    rig.publisher.start();
    // when
    database
        .transactions()
        .executeWithoutResult(
            status -> {
              rig.outbox.announce(List.of(message("lost", "C1")));
              status.setRollbackOnly();
            });
    database
        .transactions()
        .executeWithoutResult(status -> rig.outbox.announce(List.of(message("kept", "C1"))));
    rig.outbox.announce(List.of(message("kept", "C1")));
    // then
    quiet();
    assertThat(ids()).containsExactly("kept");
  }

  @Test
  void shouldNotPublishAgainWhatTheLogHolds() {
    // given an answer that got lost after the engine took the message
    var lost = new AtomicInteger();
    gateway.afterPublish =
        request ->
            request.getMessageId().equals("m1") && lost.getAndIncrement() == 0
                ? Status.UNAVAILABLE
                : logged(request);
    rig.publisher.start();
    // when
    rig.outbox.announce(List.of(message("m1", "C1"), message("m2", "C1")));
    await().until(() -> rig.table.counts().unsure() == 1);
    log.ids.add("m1");
    // then
    quiet();
    assertThat(ids()).containsExactly("m1", "m2");
  }

  @Test
  void shouldPublishAgainWhenTheMarkerIsInTheLogButNotTheMessage() {
    // given
    var tries = new AtomicInteger();
    gateway.onPublish =
        request ->
            request.getMessageId().equals("m1") && tries.getAndIncrement() == 0
                ? Status.DEADLINE_EXCEEDED
                : null;
    gateway.afterPublish = this::logged;
    rig.publisher.start();
    // when
    rig.outbox.announce(List.of(message("m1", "C1"), message("m2", "C1")));
    // then
    quiet();
    assertThat(ids()).filteredOn(id -> !id.startsWith("marker")).containsExactly("m1", "m2");
    assertThat(ids()).filteredOn(id -> id.startsWith("marker")).hasSize(1);
  }

  @Test
  void shouldLeaveToTheHistoryWhatACrashLeftHalfPublished() {
    // given a publisher that took three messages and was killed, the second had reached the engine
    rig.table.insert(List.of(message("m1", "C1"), message("m2", "C2"), message("m3", "C3")));
    assertThat(rig.table.claim(10)).hasSize(3);
    log.ids.add("m2");
    gateway.afterPublish = this::logged;
    // when
    rig.publisher.start();
    // then
    quiet();
    assertThat(ids())
        .filteredOn(id -> !id.startsWith("marker"))
        .containsExactlyInAnyOrder("m1", "m3");
  }

  @Test
  void shouldWaitWhileTrafficIsClosed() {
    // given
    rig.traffic.pause();
    rig.publisher.start();
    rig.outbox.announce(List.of(message("m1", "C1")));
    await().during(Duration.ofMillis(300)).until(() -> gateway.published.isEmpty());
    assertThat(rig.publisher.isQuiet()).isFalse();
    // when
    rig.traffic.resume();
    // then
    quiet();
    assertThat(ids()).containsExactly("m1");
  }

  @Test
  void shouldNotPublishWhatWaitedForRoomWhileTrafficCameToBeHeld() throws Exception {
    // given as many messages on their way as may be
    var answer = fullHouse();
    // when
    rig.traffic.hold("candidate");
    assertThat(rig.traffic.awaitEmpty(Duration.ofMillis(50))).isFalse();
    answer.countDown();
    assertThat(rig.traffic.awaitEmpty(Duration.ofSeconds(10))).isTrue();
    // then
    await().during(Duration.ofMillis(300)).until(() -> gateway.published.size() == 16);
    rig.traffic.release("candidate");
    quiet();
    assertThat(ids()).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void shouldAskByWhichWayACustomerEntersAfterTheWaitForRoom() throws Exception {
    // given
    var answer = fullHouse();
    // when a launch begins meanwhile
    rig.gate = entry -> new EntryGate.Way.Settled("not published: another version");
    answer.countDown();
    // then
    quiet();
    assertThat(gateway.published).hasSize(16);
  }

  private CountDownLatch fullHouse() {
    var answer = new CountDownLatch(1);
    gateway.onPublish =
        request -> {
          try {
            answer.await();
            return null;
          } catch (InterruptedException e) {
            return Status.CANCELLED;
          }
        };
    rig.publisher.start();
    rig.outbox.announce(IntStream.range(0, 40).mapToObj(i -> message("m" + i, "C" + i)).toList());
    await().until(() -> gateway.asked.get() == 16);
    return answer;
  }

  @Test
  void shouldKeepARefusedMessageVisibleAndGoOn() {
    // given
    gateway.onPublish =
        request -> request.getMessageId().equals("bad") ? Status.INVALID_ARGUMENT : null;
    rig.publisher.start();
    // when
    rig.outbox.announce(List.of(message("bad", "C1"), message("good", "C1")));
    // then
    quiet();
    assertThat(ids()).containsExactly("good");
    assertThat(rig.table.counts().failed()).isEqualTo(1);
  }

  @Test
  void shouldPublishOnceWithTwoInstancesAndFiftyThreads() throws Exception {
    // given
    try (var second = new OutboxRig(database, client, log, clock)) {
      rig.publisher.start();
      second.publisher.start();
      // when
      var threads =
          IntStream.range(0, 50)
              .mapToObj(
                  t ->
                      Thread.ofVirtual()
                          .start(
                              () ->
                                  IntStream.range(0, 20)
                                      .forEach(
                                          i ->
                                              (t % 2 == 0 ? rig : second)
                                                  .outbox.announce(
                                                      List.of(message("k" + i, "C" + i))))))
              .toList();
      for (var thread : threads) {
        thread.join();
      }
      // then
      await().until(() -> gateway.published.size() >= 20 && rig.table.counts().waiting() == 0);
      assertThat(ids()).doesNotHaveDuplicates().hasSize(20);
    }
  }

  private static final java.util.Comparator<String> BY_NUMBER =
      java.util.Comparator.comparingInt(id -> Integer.parseInt(id.substring(1)));

  private @Nullable Status logged(PublishMessageRequest request) {
    log.ids.add(request.getMessageId());
    return null;
  }

  private void quiet() {
    await().atMost(Duration.ofSeconds(20)).until(() -> rig.publisher.isQuiet());
  }

  private List<String> ids() {
    return gateway.published.stream().map(PublishMessageRequest::getMessageId).toList();
  }

  private Map<String, List<String>> byCustomer() {
    return gateway.published.stream()
        .collect(
            Collectors.groupingBy(
                PublishMessageRequest::getCorrelationKey,
                ConcurrentHashMap::new,
                Collectors.mapping(
                    PublishMessageRequest::getMessageId, Collectors.toCollection(ArrayList::new))));
  }

  private static Announcement message(String key, String customer) {
    return new Announcement(key, "order-paid", customer, Duration.ZERO, Map.of("at", "now"));
  }
}
