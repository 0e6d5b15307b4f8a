package dev.siyu.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {

  @Test
  void shouldTellEachHappeningOnce(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      var who = Map.of("externalUserId", "wm1", "staffUserId", "lily");

      assertThat(bed.told("wecom/replies", who)).isZero();
      assertThat(bed.add("wm1", "lily")).isEqualTo(1);
      assertThat(bed.add("wm1", "lily")).isZero();
      assertThat(bed.told("wecom/replies", List.of(who, who))).isEqualTo(1);
      assertThat(bed.told("wecom/leaves", who)).isEqualTo(1);
      assertThat(bed.told("wecom/leaves", who)).isZero();
      assertThat(bed.add("wm1", "lily")).isEqualTo(1);
      await().until(() -> bed.get("/sim/pending").path("callbacks").asInt() == 0);
      assertThat(bed.app.events).hasSize(4);
    }
  }

  @Test
  void shouldNeverRepeatAToldId(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      var add =
          Map.of("externalUserId", "wm1", "unionId", "u1", "staffUserId", "lily", "id", "add-1");
      bed.told("wecom/adds", add);
      bed.told("wecom/leaves", Map.of("externalUserId", "wm1", "staffUserId", "lily"));

      assertThat(bed.told("wecom/adds", add)).isZero();
    }
  }

  @Test
  void shouldSayWhatIsWrong(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      var answer =
          bed.send(bed.to("/sim/mall/orders").POST(BodyPublishers.ofString("{\"orderId\":\"o\"}")));

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("unionId is missing");
    }
  }

  @Test
  void shouldRefuseToStartWithAWrongOption(@TempDir Path data) {
    assertThatThrownBy(() -> Settings.of(Map.of(), "--data=" + data, "--senders=0"))
        .hasMessage("senders: 0 (expected: 1..256)");
    assertThatThrownBy(() -> Settings.of(Map.of(), "--staff-confirm=soon"))
        .hasMessageContaining("staff-confirm: soon (expected: auto:PT5M or manual)");
    assertThatThrownBy(() -> Settings.of(Map.of(), "--colour=red"))
        .hasMessageContaining("unknown options: [colour]");
    assertThat(Settings.of(Map.of("SIYU_SIMULATOR_PORT", "0"), "--data", "x").port()).isZero();
  }

  @Test
  void shouldNotLetAForeignPagePressButtons(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      var answer =
          bed.send(
              bed.to("/sim/faults")
                  .header("Origin", "http://evil.example")
                  .POST(BodyPublishers.ofString("{}")));

      assertThat(answer.statusCode()).isEqualTo(403);
    }
  }
}
