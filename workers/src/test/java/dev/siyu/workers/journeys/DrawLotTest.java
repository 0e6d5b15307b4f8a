package dev.siyu.workers.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawLotTest {

  @Test
  void shouldGiveACustomerTheSameLotEveryTimeAndTenPercentALotBelowTen() {
    // given
    int customers = 20_000;

    // when
    var below =
        IntStream.range(0, customers).filter(i -> DrawLot.lot("holdout", "C" + i) < 10).count();

    // then
    assertThat(DrawLot.lot("holdout", "C1")).isEqualTo(DrawLot.lot("holdout", "C1"));
    assertThat(below / (double) customers).isCloseTo(0.10, within(0.01));
  }

  @Test
  void shouldMakeTwoDrawsIndependent() {
    // given
    int customers = 20_000;

    // when
    var both =
        IntStream.range(0, customers)
            .filter(i -> DrawLot.lot("a", "C" + i) < 10 && DrawLot.lot("b", "C" + i) < 10)
            .count();

    // then
    assertThat(both / (double) customers).isCloseTo(0.01, within(0.004));
  }
}
