package dev.siyu.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  @Test
  void shouldRememberEverythingAfterARestart(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      // given
      bed.clock(Duration.ofHours(30));
      bed.add("wm1", "lily");
      String token = bed.token("sample-contact-secret");
      String way =
          bed.call("add_contact_way", Map.of("type", 2, "state", "s", "user", List.of("lily")))
              .path("config_id")
              .asString();
      await().until(() -> bed.get("/sim/pending").path("callbacks").asInt() == 0);
      var summary = bed.get("/sim/calls/summary").path("calls");
      long last = bed.calls("").getLast().path("seq").asLong();

      // when
      bed.restart();

      // then
      assertThat(bed.get("/sim/clock").path("offsetMillis").asLong()).isEqualTo(108_000_000);
      assertThat(bed.get("/sim/calls/summary").path("calls")).isEqualTo(summary);
      assertThat(bed.add("wm1", "lily")).isZero();
      assertThat(bed.token("sample-contact-secret")).isEqualTo(token);
      assertThat(bed.calls("").getLast().path("seq").asLong()).isGreaterThan(last);
      assertThat(
              bed.call("get_contact_way", Map.of("config_id", way))
                  .at("/contact_way/state")
                  .asString())
          .isEqualTo("s");
    }
  }

  @Test
  void shouldCutALineThatWasTornByAKill(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      bed.add("wm1", "lily");
      await().until(() -> bed.get("/sim/pending").path("callbacks").asInt() == 0);
      bed.stop();
      Path file = data.resolve("journal.jsonl");
      Files.writeString(file, "{\"seq\":99,\"at\":\"20", StandardOpenOption.APPEND);

      bed.restart();

      assertThat(bed.add("wm1", "lily")).isZero();
      assertThat(bed.add("wm2", "lily")).isEqualTo(1);
      bed.restart();
      assertThat(bed.add("wm2", "lily")).isZero();
    }
  }

  @Test
  void shouldLetOnlyOneSimulatorUseTheFolder(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      assertThat(bed.add("wm1", "lily")).isEqualTo(1);
      assertThatThrownBy(() -> new Bed(data).close())
          .isInstanceOfAny(IOException.class, IllegalStateException.class);
    }
  }
}
