package dev.siyu.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialTest {

  @Test
  void shouldComputeWhatTheEngineWould() {
    assertThat(Trial.of("=round = null or round < 2", Map.of("round", 1)))
        .isEqualTo(new Trial.Answer("true"));
    assertThat(
            Trial.of(
                "=date and time(at) + duration(\"P3D\")", Map.of("at", "2026-12-01T02:00:00Z")))
        .isEqualTo(new Trial.Answer("2026-12-04T02:00Z"));
    assertThat(Trial.of("nobody", Map.of())).isEqualTo(new Trial.Answer(null));
  }

  @Test
  void shouldRefuseWhatIsUnboundedOrNoExpression() {
    assertThat(Trial.of("=count(0..1000000000)", Map.of()))
        .isInstanceOfSatisfying(
            Trial.Refused.class,
            refused -> assertThat(refused.objection().code()).isEqualTo("SIYU-3620"));
    assertThat(Trial.of("= = 1", Map.of()))
        .isInstanceOfSatisfying(
            Trial.Refused.class,
            refused -> assertThat(refused.objection().code()).isEqualTo("SIYU-3621"));
  }
}
