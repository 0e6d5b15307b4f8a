package dev.siyu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  private final Report report = new Report(3_000, 4, 5_000);

  @Test
  void shouldCompareTheWarmRoundsWithTheBetterPeer() {
    // given
    report.whole(rounds(10, 20, 80, 100));
    report.peer("slow", rounds(10, 10, 20, 20));
    report.peer("fast", rounds(10, 10, 30, 60));

    // when
    var text = report.markdown();

    // then
    assertThat(text).contains("| P1 Siyu / better peer, warm | >= 2 | 2.00 |");
  }

  @Test
  void shouldLeaveOutWhatWasNotMeasured() {
    report.bare(rounds(100));

    assertThat(report.markdown()).contains("bare Zeebe").doesNotContain("P1", "P2", "P3", "NaN/s");
  }

  @Test
  void shouldTakeTheMaximumAsTheLastQuantile() {
    var all = Quantiles.of(List.of(3.0, 1.0, 2.0));

    assertThat(List.of(all.at(0), all.at(0.5), all.at(0.99), all.at(1)))
        .containsExactly(1.0, 2.0, 3.0, 3.0);
  }

  private static Results rounds(double... all) {
    return new Results(
        java.util.Arrays.stream(all).mapToObj(value -> "bench round " + value).toList());
  }
}
