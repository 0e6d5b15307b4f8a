package dev.siyu.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.drills.Isolation.Measured;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class IsolationTest {

  private static final Measured BITTEN = measured(0, 100, 10, 20, 4_000);

  @Test
  void shouldHoldWhenTheOthersNoticeNothing() {
    assertThat(wrong(BITTEN, measured(100, 100, 10, 97, 10.5))).isEmpty();
  }

  @Test
  void shouldNotHoldWhenEverythingIsStuck() {
    assertThat(wrong(measured(0, 0, 0, 0, 0), measured(100, 0, 0, 0, 0))).hasSize(3);
    assertThat(wrong(BITTEN, measured(100, 100, 10, 3, 10)))
        .as("three of a hundred, as fast as ever")
        .singleElement()
        .asString()
        .contains("gets as much done");
    assertThat(wrong(BITTEN, measured(200, 100, 10, 100, 10)))
        .as("slow before and slow now")
        .hasSize(1);
  }

  @Test
  void shouldNotHoldWhenTheTroubleDidNotBite() {
    assertThat(wrong(measured(0, 100, 10, 98, 10), measured(100, 100, 10, 100, 10)))
        .singleElement()
        .asString()
        .contains("the trouble bit");
  }

  @Test
  void shouldTakeASlowProviderForIllAlthoughItGetsAllDone() {
    assertThat(wrong(measured(0, 100, 10, 99, 3_010), measured(100, 100, 10, 100, 10))).isEmpty();
  }

  @Test
  void shouldNotHoldWhenTheOthersWaitLonger() {
    assertThat(wrong(BITTEN, measured(100, 100, 100, 100, 120))).hasSize(1);
    assertThat(wrong(BITTEN, measured(100, 100, 10, 100, 14))).as("unnoticeable").isEmpty();
  }

  private static List<String> wrong(Measured ill, Measured other) {
    return Isolation.findings("mall down", ill, List.of(other)).stream()
        .filter(finding -> !finding.holds())
        .map(Finding::text)
        .toList();
  }

  private static Measured measured(int asked, int healthy, double before, int ill, double during) {
    return new Measured(
        "job", asked, Collections.nCopies(healthy, before), Collections.nCopies(ill, during));
  }
}
