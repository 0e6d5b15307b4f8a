package dev.siyu.rehearsals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MadeUpTest {

  private static final LocalDate FROM = LocalDate.of(2026, 10, 1);
  private static final LocalDate TO = LocalDate.of(2026, 11, 30);

  private static List<Stage.File> files(int buy, int refund, int seed) {
    var behaviour = new Scenario.Behaviour(1_000, 10, List.of(buy / 2, buy / 2), 0, refund, 20_000);
    return MadeUp.files(behaviour, FROM, TO, seed);
  }

  private static List<String> rows(Stage.File file) {
    return Arrays.stream(file.content().split("\n")).skip(1).toList();
  }

  @Test
  void shouldMakeTheSameCustomersFromTheSameSeedAndOthersFromAnother() {
    assertThat(files(20, 5, 1)).isEqualTo(files(20, 5, 1)).isNotEqualTo(files(20, 5, 2));
  }

  @Test
  void shouldBehaveAsStated() {
    // when
    var files = files(40, 50, 3);

    // then
    assertThat(rows(files.get(0))).as("contacts").hasSize(1_000);
    assertThat(rows(files.get(1)).size()).as("orders of 40 percent").isBetween(340, 460);
    assertThat(rows(files.get(2)).size() * 100 / rows(files.get(1)).size())
        .as("refunds of half of them")
        .isBetween(40, 60);
  }

  @Test
  void shouldLetNobodyBuyWhenNobodyIsSaidTo() {
    assertThat(rows(files(0, 50, 1).get(1))).isEmpty();
  }
}
