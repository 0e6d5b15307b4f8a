package dev.siyu.workers.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawLotTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalTime NINE = LocalTime.of(9, 0);

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

  @Test
  void shouldFindNineOClockOfTheNextWorkingDayWhereTheCustomerLives() {
    // given Friday evening in Shanghai
    var friday = Instant.parse("2026-12-04T12:00:00Z");

    // then
    assertThat(FindWorkTime.next(friday, SHANGHAI, NINE, true))
        .isEqualTo(Instant.parse("2026-12-07T01:00:00Z"));
    assertThat(FindWorkTime.next(friday, SHANGHAI, NINE, false))
        .isEqualTo(Instant.parse("2026-12-05T01:00:00Z"));
    assertThat(FindWorkTime.next(friday, ZoneId.of("America/New_York"), NINE, true))
        .as("it is 7 a.m. there")
        .isEqualTo(Instant.parse("2026-12-04T14:00:00Z"));
    assertThat(FindWorkTime.next(Instant.parse("2026-12-07T01:00:00Z"), SHANGHAI, NINE, true))
        .as("now is such a moment")
        .isEqualTo(Instant.parse("2026-12-07T01:00:00Z"));
  }
}
