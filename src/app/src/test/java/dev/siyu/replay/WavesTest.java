package dev.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.replay.PlannedEvent.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class WavesTest {

  @Test
  void shouldNotLetACustomersOrderOvertakeTheirAdd() {
    // given
    var due =
        List.of(
            due("add:1", "1", Kind.ADD),
            due("order:9", "2", Kind.ORDER),
            due("order:10", "2", Kind.ORDER),
            due("order:11", "1", Kind.ORDER),
            due("refund:1", "3", Kind.REFUND));

    // when
    var waves = Waves.of(due);

    // then
    assertThat(waves).hasSize(2);
    assertThat(waves.get(0))
        .extracting(ReplayStore.Due::key)
        .containsExactly("add:1", "order:9", "order:10");
    assertThat(waves.get(1))
        .extracting(ReplayStore.Due::key)
        .containsExactly("order:11", "refund:1");
  }

  private static ReplayStore.Due due(String key, String customer, Kind kind) {
    return new ReplayStore.Due(key, customer, kind, "{}");
  }
}
