package dev.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleGroupsTest {

  private final FakeOutside outside = new FakeOutside();
  private final SampleGroups groups = new SampleGroups(outside, true, Duration.ofMillis(1));

  @Test
  void shouldOpenThemOnceTheSimulatorIsUp() {
    // given a simulator that comes up late, and callbacks that never cease
    outside.refusals = 3;

    // when
    var opened = groups.open();

    // then
    assertThat(opened).containsExactly("sample-group-1", "sample-group-2", "sample-group-3");
    assertThat(outside.told).as("told once it was taken").hasSize(3);
  }

  @Test
  void shouldSayWhenTheyWereNotOpened() {
    outside.refusals = Integer.MAX_VALUE;

    assertThatThrownBy(groups::open).hasMessageContaining("SIYU-3707").hasMessageContaining("open");
  }

  private static final class FakeOutside implements Outside {
    private final List<String> told = new ArrayList<>();
    private int refusals;

    @Override
    public void tell(String path, List<String> bodies) {
      if (refusals-- > 0) {
        throw new IllegalStateException("not there yet");
      }
      told.addAll(bodies);
    }

    @Override
    public boolean delivered() {
      return false;
    }
  }
}
