package dev.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingReaderTest {

  private static final String HEADER =
      "order_id,customer_id,paid_at,amount_cents,line_count,country\n";

  @Test
  void shouldReportWrongRowsByLineAndKeepTheRest() {
    // given
    String csv =
        HEADER
            + "1,A,2010-12-01T08:26:00,100,1,UK\n"
            + "2,A,yesterday,100,1,UK\n"
            + "3,A,2010-12-01T08:26:00,-5,1,UK\n"
            + "1,A,2010-12-01T08:26:00,100,1,UK\n"
            + "4,A,2010-12-01\n"
            + "5,,2010-12-01T08:26:00,100,1,UK\n"
            + "6,\"B, the second\",2010-12-01 08:27:00,0,1,UK\n";

    // when
    Recording recording = read(csv);

    // then
    assertThat(recording.orders()).extracting(OrderRow::orderId).containsExactly("1", "6");
    assertThat(recording.errors()).extracting(RowError::line).containsExactly(3L, 4L, 5L, 6L, 7L);
    assertThat(recording.errors().get(0).reason())
        .isEqualTo("paid_at: yesterday (expected: local time as 2010-12-01T08:26:00)");
  }

  @Test
  void shouldRefuseAFileOfOtherColumns() {
    assertThatThrownBy(() -> read("colour,size\nred,1\n"))
        .isInstanceOf(ReplayRefused.class)
        .hasMessageContaining("SIYU-7011")
        .hasMessageContaining("colour");
  }

  @Test
  void shouldSurviveBytesThatAreNoText() {
    // given
    byte[] noise = new byte[2_000];
    new java.util.Random(7).nextBytes(noise);
    byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(header, header.length + noise.length);
    System.arraycopy(noise, 0, all, header.length, noise.length);

    // when
    Recording recording = new SampleData().read(List.of(new ReplayOrder.File("noise.csv", all)));

    // then
    assertThat(recording.orders()).isEmpty();
    assertThat(recording.errors()).isNotEmpty();
  }

  private static Recording read(String csv) {
    return new SampleData()
        .read(List.of(new ReplayOrder.File("mine.csv", csv.getBytes(StandardCharsets.UTF_8))));
  }
}
