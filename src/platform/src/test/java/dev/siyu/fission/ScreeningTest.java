package dev.siyu.fission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScreeningTest {

  private final Screening screening = new Screening();

  private String verdict(int adds, int left, boolean phone, int unpaid, int orders, boolean named) {
    return screening
        .on(new HelperFacts(false, false, false, adds, left, phone, unpaid, orders, 0, named))
        .state();
  }

  @Test
  void shouldJudgeByTheTable() {
    assertThat(verdict(1, 0, false, 0, 0, true)).isEqualTo("VALID");
    assertThat(verdict(21, 0, false, 0, 5, true)).as("a rush").isEqualTo("INVALID");
    assertThat(verdict(1, 50, false, 0, 5, true)).as("they leave again").isEqualTo("INVALID");
    assertThat(verdict(1, 0, true, 0, 5, true)).as("one phone").isEqualTo("INVALID");
    assertThat(verdict(6, 0, false, 1, 0, true)).as("fast, never bought").isEqualTo("SUSPECT");
    assertThat(verdict(6, 0, false, 1, 1, true)).as("fast, bought").isEqualTo("VALID");
    assertThat(verdict(9, 0, false, 0, 5, true)).as("many").isEqualTo("SUSPECT");
    assertThat(verdict(1, 30, false, 0, 5, true)).as("some leave").isEqualTo("SUSPECT");
    assertThat(verdict(1, 0, false, 2, 0, true)).as("hunts rewards").isEqualTo("SUSPECT");
    assertThat(verdict(1, 0, false, 0, 5, false)).as("no name").isEqualTo("SUSPECT");
  }
}
