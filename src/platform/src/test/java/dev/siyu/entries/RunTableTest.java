package dev.siyu.entries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunTableTest {

  private final TestDatabase database = TestDatabase.fresh();
  private final RunTable table =
      new RunTable(
          database.jdbc(), Clock.fixed(Instant.parse("2026-12-01T02:00:00Z"), ZoneOffset.UTC));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void shouldSayWhetherARunIsNew() {
    assertThat(table.reserve(order("k1", Set.of("a")))).isTrue();
    assertThat(table.reserve(order("k1", Set.of("a")))).isFalse();
  }

  @Test
  void shouldWatchTheMessagesOfAllOpenRunsAndOfNoOthers() {
    // given
    for (int i = 0; i < 20; i++) {
      table.reserve(order("same" + i, Set.of("a", "b")));
    }
    table.reserve(order("more", Set.of("b", "c")));
    table.reserve(order("none", Set.of()));
    table.reserve(order("gone", Set.of("d")));
    table.move("gone", RunTable.State.RESERVED, RunTable.State.DROPPED, null);

    // then
    assertThat(table.messages()).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(table.isAnyOpen()).isTrue();
  }

  @Test
  void shouldWatchNothingWhileNoRunIsOpen() {
    assertThat(table.messages()).isEmpty();
    assertThat(table.isAnyOpen()).isFalse();
  }

  private static ChosenRuns.Order order(String key, Set<String> messages) {
    return new ChosenRuns.Order(key, "journey", "C" + key, 101, List.of("step"), "{}", messages);
  }
}
