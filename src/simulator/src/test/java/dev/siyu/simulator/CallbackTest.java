package dev.siyu.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbackTest {

  @Test
  void shouldTellAnAddAsWeComDoes(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      // given
      bed.clock(Duration.ofDays(-5000));

      // when
      bed.add("wm1", "lily");
      await().until(() -> !bed.app.events.isEmpty());

      // then
      String xml = bed.app.events.getFirst();
      assertThat(Opener.element(xml, "ToUserName")).isEqualTo(Opener.CORP);
      assertThat(Opener.element(xml, "Event")).isEqualTo("change_external_contact");
      assertThat(Opener.element(xml, "ChangeType")).isEqualTo("add_external_contact");
      assertThat(Opener.element(xml, "UserID")).isEqualTo("lily");
      assertThat(Opener.element(xml, "State")).isEqualTo("parcel");
      long created = Long.parseLong(Opener.between(xml, "<CreateTime>", "</CreateTime>"));
      assertThat(
              Duration.between(Instant.ofEpochSecond(created), Clock.systemUTC().instant())
                  .toDays())
          .isBetween(4999L, 5000L);
    }
  }

  @Test
  void shouldTellOneCustomersEventsInOrder(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      List<Map<String, Object>> adds = new ArrayList<>();
      List<Map<String, Object>> replies = new ArrayList<>();
      List<Map<String, Object>> leaves = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        Map<String, Object> who =
            Map.of("externalUserId", "wm" + i, "unionId", "u" + i, "staffUserId", "lily");
        adds.add(who);
        replies.add(who);
        leaves.add(who);
      }

      assertThat(bed.told("wecom/adds", adds)).isEqualTo(200);
      assertThat(bed.told("wecom/replies", replies)).isEqualTo(200);
      assertThat(bed.told("wecom/leaves", leaves)).isEqualTo(200);
      await().until(() -> bed.get("/sim/pending").path("callbacks").asInt() == 0);

      assertThat(bed.app.events).hasSize(600);
      for (int i = 0; i < 200; i++) {
        assertThat(bed.app.eventsOf("wm" + i))
            .extracting(xml -> Opener.element(xml, "ChangeType"))
            .containsExactly("add_external_contact", "customer_start_chat", "del_follow_user");
      }
    }
  }

  @Test
  void shouldKeepKnockingUntilTheAppAccepts(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      bed.app.status = 503;
      bed.add("wm1", "lily");
      await().until(() -> bed.app.arrived >= 2);
      assertThat(bed.get("/sim/pending").path("callbacks").asInt()).isEqualTo(1);

      bed.app.status = 200;

      await().until(() -> bed.get("/sim/pending").path("callbacks").asInt() == 0);
      assertThat(bed.app.events).hasSize(1);
    }
  }

  @Test
  void shouldForgetAfterThreePushesWhenToldToBeReal(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--redeliver-for=PT0S")) {
      bed.app.status = 500;

      bed.add("wm1", "lily");
      await().until(() -> bed.get("/sim/pending").path("callbacks").asInt() == 0);

      assertThat(bed.app.arrived).isEqualTo(3);
      assertThat(bed.get("/sim/calls/summary").at("/callbacks/wecom/lost").asInt()).isEqualTo(1);
    }
  }

  @Test
  void shouldDeliverAfterARestartWhatTheAppNeverGot(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      // given
      bed.add("wm0", "lily");
      await().until(() -> bed.get("/sim/pending").path("callbacks").asInt() == 0);
      bed.app.status = 503;
      bed.add("wm1", "lily");
      bed.told("mall/orders", Map.of("orderId", "o1", "unionId", "u-wm1", "amountCents", 100));
      await().until(() -> bed.app.arrived >= 3);

      // when
      bed.restart();
      bed.app.status = 200;
      await().until(() -> bed.get("/sim/pending").path("callbacks").asInt() == 0);

      // then
      assertThat(bed.app.eventsOf("wm0")).hasSize(1);
      assertThat(bed.app.eventsOf("wm1")).hasSize(1);
      assertThat(bed.app.webhooks).hasSize(1);
    }
  }

  @Test
  void shouldCheckTheAddressWithAnEncryptedEcho(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      assertThat(bed.post("/sim/wecom/address-check", "").path("ok").asBoolean()).isTrue();

      bed.app.status = 403;

      assertThat(bed.post("/sim/wecom/address-check", "").path("ok").asBoolean()).isFalse();
    }
  }
}
