package dev.siyu.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhonePageTest {

  @Test
  void shouldShowTextAsTextWhateverItContains(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      bed.told(
          "wecom/adds",
          Map.of(
              "externalUserId", "wm1",
              "unionId", "u1",
              "staffUserId", "<b>lily",
              "name", "<script>alert(1)</script>"));

      assertThat(bed.page("/phone")).contains("&lt;script&gt;").doesNotContain("<script>");
      assertThat(bed.page("/phone/wm1")).contains("&lt;b&gt;lily").doesNotContain("<script>");
      assertThat(bed.page("/")).contains("&lt;b&gt;lily").doesNotContain("<b>lily");
    }
  }

  @Test
  void shouldDoWhatTheButtonsSay(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      bed.add("wm1", "lily");

      assertThat(press(bed, "reply", "text=%E4%BD%A0%E5%A5%BD")).isEqualTo(303);
      assertThat(press(bed, "buy", "yuan=12.50")).isEqualTo(303);
      assertThat(press(bed, "buy", "yuan=lots")).isEqualTo(400);
      assertThat(press(bed, "leave", "")).isEqualTo(303);
      assertThat(press(bed, "add", "")).isEqualTo(303);
      await().until(() -> bed.get("/sim/pending").path("callbacks").asInt() == 0);

      assertThat(bed.app.eventsOf("wm1"))
          .extracting(xml -> Opener.element(xml, "ChangeType"))
          .containsExactly(
              "add_external_contact",
              "customer_start_chat",
              "del_follow_user",
              "add_external_contact");
      assertThat(bed.app.events.getLast()).contains("parcel");
      assertThat(bed.app.webhooks.getFirst().body()).contains("\"amountCents\":1250");
      assertThat(bed.page("/phone/wm1")).contains("你好", "¥12.50");
    }
  }

  @Test
  void shouldSpeakChineseFirstAndEnglishWhenAsked(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      assertThat(bed.page("/faults")).contains("故障开关");
      assertThat(bed.page("/faults?lang=en")).contains("Fault switches");
      assertThat(bed.page("/?lang=en")).contains("Simulated WeCom and mall");
    }
  }

  @Test
  void shouldSwitchFaultsByButton(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      bed.send(bed.to("/faults").POST(BodyPublishers.ofString("preset=2")));
      assertThat(bed.page("/faults")).contains("send_welcome_msg", "41096");

      bed.send(bed.to("/faults").POST(BodyPublishers.ofString("clear=1")));
      assertThat(bed.get("/sim/faults").path("faults").isEmpty()).isTrue();
    }
  }

  private static int press(Bed bed, String button, String form) {
    return bed.send(bed.to("/phone/wm1/" + button).POST(BodyPublishers.ofString(form)))
        .statusCode();
  }
}
