package dev.siyu.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultTest {

  private static final String TAG = "{\"group_name\":\"g\",\"tag\":[{\"name\":\"新客\"}]}";

  @Test
  void shouldKeepTheEffectWhenTheAnswerNeverComes(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      fault(bed, "add_corp_tag", "timeout-after-effect", Map.of("times", 1));

      assertThatThrownBy(() -> impatient(bed, "add_corp_tag"))
          .isInstanceOf(UncheckedIOException.class)
          .hasCauseInstanceOf(HttpTimeoutException.class);

      assertThat(bed.page(bed.api("get_corp_tag_list"))).contains("新客");
      assertThat(bed.calls("add_corp_tag")).hasSize(1);
      assertThat(bed.calls("add_corp_tag").getFirst().path("fault").asString())
          .isEqualTo("TIMEOUT_AFTER_EFFECT");
    }
  }

  @Test
  void shouldHaveNoEffectWhenHalfOpen(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      fault(bed, "add_corp_tag", "half-open", Map.of("times", 1));

      assertThatThrownBy(() -> impatient(bed, "add_corp_tag"))
          .isInstanceOf(UncheckedIOException.class);

      assertThat(bed.page(bed.api("get_corp_tag_list"))).doesNotContain("新客");
    }
  }

  @Test
  void shouldBreakTheToldShareTheSameWayForTheSameSeed(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      assertThat(broken(bed)).isEqualTo(broken(bed)).contains(500, 200);
      bed.post("/sim/faults", Map.of());
      assertThat(bed.get("/sim/faults").path("faults").isEmpty()).isTrue();
    }
  }

  @Test
  void shouldDoubleAndShuffleCallbacks(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      // given
      fault(bed, "*", "duplicate", Map.of("target", "callbacks"));
      fault(bed, "*", "shuffle", Map.of("target", "callbacks", "millis", 500));
      List<Map<String, Object>> adds = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        adds.add(Map.of("externalUserId", "wm" + i, "unionId", "u" + i, "staffUserId", "lily"));
      }

      // when
      bed.told("wecom/adds", adds);
      await().until(() -> bed.get("/sim/pending").path("callbacks").asInt() == 0);

      // then
      List<String> order =
          bed.app.events.stream().map(xml -> Opener.element(xml, "ExternalUserID")).toList();
      assertThat(new HashSet<>(order)).hasSize(300);
      assertThat(order.size()).isBetween(450, 750);
      assertThat(order.stream().distinct().toList())
          .isNotEqualTo(adds.stream().map(add -> add.get("externalUserId")).toList());
      for (int i = 0; i < 300; i++) {
        assertThat(new HashSet<>(bed.app.eventsOf("wm" + i))).hasSize(1);
        assertThat(bed.app.eventsOf("wm" + i).size()).isBetween(1, 3);
      }
    }
  }

  @Test
  void shouldLoseADroppedCallbackAndSaySo(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      fault(bed, "*", "drop", Map.of("target", "callbacks"));

      bed.add("wm1", "lily");
      await().until(() -> bed.get("/sim/pending").path("callbacks").asInt() == 0);

      assertThat(bed.app.events).isEmpty();
      assertThat(bed.get("/sim/calls/summary").at("/callbacks/wecom/lost").asInt()).isEqualTo(1);
    }
  }

  @Test
  void shouldRefuseAFaultNobodyKnows(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      assertThat(bed.page("/sim/faults")).contains("\"faults\":[]");
      assertThat(
              bed.post("/sim/faults", Map.of("target", "wecom", "kind", "plague"))
                  .path("error")
                  .asString())
          .contains("plague (expected: one of");
    }
  }

  private static void impatient(Bed bed, String api) {
    bed.send(
        bed.to(bed.api(api)).POST(BodyPublishers.ofString(TAG)).timeout(Duration.ofMillis(500)));
  }

  private static List<Integer> broken(Bed bed) {
    bed.post(
        "/sim/faults",
        Map.of(
            "seed",
            7,
            "faults",
            List.of(Map.of("target", "wecom", "endpoint", "get", "kind", "status", "share", 0.5))));
    List<Integer> codes = new ArrayList<>();
    String path = bed.api("get");
    for (int i = 0; i < 20; i++) {
      codes.add(bed.send(bed.to(path)).statusCode());
    }
    return codes;
  }

  private static void fault(Bed bed, String endpoint, String kind, Map<String, Object> more) {
    Map<String, Object> fault = new java.util.HashMap<>();
    fault.putAll(Map.of("target", "wecom", "endpoint", endpoint, "kind", kind));
    fault.putAll(more);
    bed.post("/sim/faults", fault);
  }
}
