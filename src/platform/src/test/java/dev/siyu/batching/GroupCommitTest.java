package dev.siyu.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("times what it waits for")
class GroupCommitTest {

  @Test
  void shouldWriteWhatArrivedDuringACommitWithTheNextOne() throws Exception {
    // given
    var batches = Collections.synchronizedList(new ArrayList<List<Integer>>());
    var underway = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (var group =
        new GroupCommit<Integer, Integer>(
            "test",
            100,
            1000,
            items -> {
              batches.add(items);
              underway.countDown();
              await(goOn);
              return items;
            })) {
      // when
      var first = group.submit(0);
      underway.await();
      var others = IntStream.rangeClosed(1, 50).mapToObj(group::submit).toList();
      goOn.countDown();
      // then
      assertThat(first.get()).isZero();
      assertThat(others).extracting(CompletableFuture::join).hasSize(50).startsWith(1, 2, 3);
      assertThat(batches).hasSize(2);
    }
  }

  @Test
  void shouldFailOnlyTheItemThatCannotBeWritten() {
    // given
    try (var group =
        new GroupCommit<Integer, Integer>("test", 100, 1000, GroupCommitTest::refuseSeven)) {
      // when
      var results = IntStream.range(0, 20).mapToObj(group::submit).toList();
      // then
      for (int i = 0; i < 20; i++) {
        if (i == 7) {
          assertThatThrownBy(results.get(i)::get).hasRootCauseMessage("seven");
        } else {
          assertThat(results.get(i).join()).isEqualTo(i);
        }
      }
    }
  }

  @Test
  void shouldNotTryOneByOneWhenTheDatabaseIsAway() {
    // given
    var tries = new AtomicInteger();
    var handedIn = new CompletableFuture<Void>();
    try (var group =
        new GroupCommit<Integer, Integer>(
            "test",
            100,
            1000,
            items -> {
              tries.incrementAndGet();
              handedIn.join();
              throw new IllegalStateException(new SQLException("connection refused", "08001"));
            })) {
      // when
      var results = IntStream.range(0, 100).mapToObj(group::submit).toList();
      handedIn.complete(null);
      // then
      assertThat(results)
          .allSatisfy(r -> assertThatThrownBy(r::join).hasRootCauseMessage("connection refused"));
      assertThat(tries.get()).as("the first alone, the other 99 together").isLessThanOrEqualTo(2);
    }
  }

  @Test
  void shouldCommitEverythingHandedInBeforeClosing() {
    // given
    var group = new GroupCommit<Integer, Integer>("test", 3, 1000, items -> items);
    var results = IntStream.range(0, 100).mapToObj(group::submit).toList();
    // when
    group.close();
    // then
    assertThat(results).allMatch(CompletableFuture::isDone);
    assertThatThrownBy(() -> group.submit(1)).hasMessageContaining("closed");
  }

  private static List<Integer> refuseSeven(List<Integer> items) {
    if (items.contains(7)) {
      throw new IllegalArgumentException("seven");
    }
    return items;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
