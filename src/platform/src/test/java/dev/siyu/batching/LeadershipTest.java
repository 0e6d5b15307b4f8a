package dev.siyu.batching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("times what it waits for")
class LeadershipTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void shouldPassToTheOtherInstanceWhenTheFirstDies() {
    // given
    try (var first = new Leadership("test", DATABASE.dataSource());
        var second = new Leadership("test", DATABASE.dataSource())) {
      assertThat(first.isOurs()).isTrue();
      assertThat(second.isOurs()).isFalse();
      // when
      DATABASE
          .jdbc()
          .sql(
              """
              SELECT pg_terminate_backend(pid, 10000) FROM pg_locks
              WHERE locktype = 'advisory' AND granted
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
              """)
          .query()
          .listOfRows();
      // then
      assertThat(second.isOurs()).isTrue();
      assertThat(first.isOurs()).isFalse();
    }
  }

  @Test
  void shouldBeFreeAfterAnOrderlyEnd() {
    // given
    var first = new Leadership("orderly", DATABASE.dataSource());
    assertThat(first.isOurs()).isTrue();
    // when
    first.close();
    // then
    try (var second = new Leadership("orderly", DATABASE.dataSource())) {
      assertThat(second.isOurs()).isTrue();
    }
  }
}
