package dev.siyu.launches;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.siyu.launches.Launches.Audience;
import dev.siyu.launches.Launches.Wish;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WishRulesTest {

  private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");

  @ParameterizedTest
  @EnumSource(names = "ALL", mode = EnumSource.Mode.EXCLUDE)
  void shouldLeaveSomeCustomersToCompareAPartWith(Audience part) {
    assertThatThrownBy(() -> check(part, 91))
        .isInstanceOf(LaunchRefused.class)
        .hasMessageContaining("1 to 90 for a part");
    assertThatThrownBy(() -> check(part, 0)).isInstanceOf(LaunchRefused.class);
    assertThatCode(() -> check(part, 90)).doesNotThrowAnyException();
  }

  @Test
  void shouldLetAllBeAll() {
    assertThatCode(() -> check(Audience.ALL, 100)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(Audience.ALL, 90)).isInstanceOf(LaunchRefused.class);
  }

  private static void check(Audience audience, int percent) {
    var tag = audience == Audience.TAG ? "vip" : null;
    WishRules.check(new Wish("<x/>", "等待缩短一天", audience, percent, tag, true, null, List.of()), NOW);
  }
}
