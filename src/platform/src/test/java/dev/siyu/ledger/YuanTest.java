package dev.siyu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YuanTest {

  @Test
  void shouldSayCentsAsPeopleReadThem() {
    assertThat(Yuan.of(5)).isEqualTo("0.05");
    assertThat(Yuan.of(123_450)).isEqualTo("1234.50");
    assertThat(Yuan.of(-50)).as("less than a yuan back").isEqualTo("-0.50");
  }
}
