package dev.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayOrderTest {

  @Test
  void shouldReadTheCommandLine() {
    // when
    ReplayOrder order =
        ReplayOrder.parse("from=2010-12-01,to=2011-01-31,speed=max,customers=all", List.of());

    // then
    assertThat(order.from()).isEqualTo(LocalDate.of(2010, 12, 1));
    assertThat(order.to()).isEqualTo(LocalDate.of(2011, 1, 31));
    assertThat(order.speed()).isNull();
    assertThat(order.customers()).isNull();
    assertThat(order.latestFirst()).isEqualTo(order.to());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "speed=0",
        "speed=fast",
        "customers=0",
        "from=2010-13-01",
        "when=now",
        "speed",
        "from=2011-02-01,to=2011-01-01"
      })
  void shouldSayWhatIsWrong(String text) {
    assertThatThrownBy(() -> ReplayOrder.parse(text, List.of()))
        .isInstanceOf(ReplayRefused.class)
        .hasMessageContaining("SIYU-7010")
        .hasMessageContaining("expected");
  }
}
