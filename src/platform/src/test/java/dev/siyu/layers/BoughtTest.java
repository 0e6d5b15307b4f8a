package dev.siyu.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoughtTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  private static Bought bought(@Nullable LocalDate first, @Nullable LocalDate last) {
    return new Bought("C1", 0, 0, 0, 0, first, last);
  }

  @Test
  void shouldCountSilenceInWholePeriodsOfThirtyDays() {
    assertThat(bought(null, TODAY).facts(TODAY).silentMonths()).isZero();
    assertThat(bought(null, TODAY.minusDays(29)).facts(TODAY).silentMonths()).isZero();
    assertThat(bought(null, TODAY.minusDays(30)).facts(TODAY).silentMonths()).isEqualTo(1);
    assertThat(bought(null, TODAY.minusDays(4000)).facts(TODAY).silentMonths()).isEqualTo(12);
    assertThat(bought(null, TODAY.plusDays(2)).facts(TODAY).silentMonths()).isZero();
    assertThat(bought(null, null).facts(TODAY).silentMonths()).isEqualTo(12);
  }

  @Test
  void shouldTellTheNextDayOnWhichTimeChangesTheFacts() {
    // given
    var leavesFirst = bought(TODAY.minusDays(360), TODAY);
    var silentFirst = bought(TODAY.minusDays(10), TODAY.minusDays(10));
    // then
    assertThat(leavesFirst.nextChange(TODAY)).contains(TODAY.plusDays(5));
    assertThat(silentFirst.nextChange(TODAY)).contains(TODAY.plusDays(20));
    assertThat(silentFirst.nextChange(TODAY.plusDays(20))).contains(TODAY.plusDays(50));
    assertThat(bought(null, TODAY.minusDays(400)).nextChange(TODAY)).isEmpty();
    assertThat(bought(null, null).nextChange(TODAY)).isEmpty();
  }
}
