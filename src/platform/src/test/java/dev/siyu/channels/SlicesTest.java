package dev.siyu.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.channels.ChannelDesk.Slice;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlicesTest {

  private static final List<Slice> SLICES =
      List.of(
          new Slice(LocalTime.of(22, 0), "night"),
          new Slice(LocalTime.of(8, 0), "day"),
          new Slice(LocalTime.of(18, 0), "evening"));

  @ParameterizedTest
  @CsvSource({"08:00, day", "17:59, day", "18:00, evening", "23:30, night", "03:00, night"})
  void shouldSayWhatTheTimeOfDaySays(LocalTime time, String content) {
    assertThat(Slices.contentAt(time, SLICES, "all-day")).isEqualTo(content);
    assertThat(Slices.contentAt(time, List.of(), "all-day")).isEqualTo("all-day");
  }
}
