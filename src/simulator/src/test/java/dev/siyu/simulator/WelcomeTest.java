package dev.siyu.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeTest {

  @Test
  void shouldTakeOneWelcomeAnAdd(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      // given
      String code = added(bed);

      // then
      assertThat(welcome(bed, code)).isZero();
      assertThat(welcome(bed, code)).isEqualTo(41051);
      assertThat(bed.calls("send_welcome_msg"))
          .extracting(call -> call.path("errcode").asInt())
          .containsExactly(0, 41051);
      assertThat(bed.calls("send_welcome_msg").getFirst().path("externalUserId").asString())
          .isEqualTo("wm1");
      assertThat(bed.page("/phone/wm1")).contains("欢迎!");
    }
  }

  @Test
  void shouldRefuseAWelcomeAfterTheWindow(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      String code = added(bed);

      bed.clock(Duration.ofSeconds(21));

      assertThat(welcome(bed, code)).isEqualTo(41050);
      assertThat(welcome(bed, "never-given")).isEqualTo(41050);
    }
  }

  @Test
  void shouldRefuseAWelcomeOnceTheChatBegan(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      String code = added(bed);

      bed.told("wecom/replies", Map.of("externalUserId", "wm1", "staffUserId", "lily"));

      assertThat(welcome(bed, code)).isEqualTo(41051);
    }
  }

  @Test
  void shouldAnswerAFaultsCodeAsOftenAsToldThenDeliver(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      String code = added(bed);
      bed.post(
          "/sim/faults",
          Map.of(
              "target", "wecom",
              "endpoint", "send_welcome_msg",
              "kind", "errcode",
              "code", 41096,
              "times", 2));

      assertThat(welcome(bed, code)).isEqualTo(41096);
      assertThat(welcome(bed, code)).isEqualTo(41096);
      assertThat(welcome(bed, code)).isZero();
    }
  }

  private static String added(Bed bed) {
    bed.add("wm1", "lily");
    await().until(() -> !bed.app.events.isEmpty());
    return Opener.element(bed.app.events.getFirst(), "WelcomeCode");
  }

  private static int welcome(Bed bed, String code) {
    return bed.call(
            "send_welcome_msg", Map.of("welcome_code", code, "text", Map.of("content", "欢迎!")))
        .path("errcode")
        .asInt();
  }
}
