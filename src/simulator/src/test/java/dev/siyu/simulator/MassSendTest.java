package dev.siyu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MassSendTest {

  @Test
  void shouldSendOnlyWhenTheMemberConfirmed(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--staff-confirm=auto:PT5M")) {
      // given
      bed.add("wm1", "lily");
      String msgId = create(bed, List.of("wm1", "stranger")).path("msgid").asString();

      // then
      assertThat(statuses(bed, msgId)).containsExactly(0);
      assertThat(bed.get("/sim/pending").path("staff").asInt()).isEqualTo(1);
      assertThat(bed.get("/sim/pending").path("nextDue").isNumber()).isTrue();

      // when
      bed.clock(Duration.ofMinutes(6));

      // then
      assertThat(statuses(bed, msgId)).containsExactly(1);
      assertThat(bed.get("/sim/pending").path("staff").asInt()).isZero();
      assertThat(bed.page("/phone/wm1")).contains("上新");
    }
  }

  @Test
  void shouldNameStrangersAndRefuseWhenNobodyIsLeft(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      bed.add("wm1", "lily");

      assertThat(create(bed, List.of("wm1", "stranger")).at("/fail_list/0").asString())
          .isEqualTo("stranger");
      assertThat(create(bed, List.of("stranger")).path("errcode").asInt()).isEqualTo(41048);
    }
  }

  @Test
  void shouldReportLimitsAndLeavers(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--staff-confirm=auto:PT1S")) {
      // given
      bed.add("wm1", "lily");
      bed.add("wm2", "lily");
      String first = create(bed, List.of("wm1", "wm2")).path("msgid").asString();
      bed.told("wecom/leaves", Map.of("externalUserId", "wm2", "staffUserId", "lily"));
      bed.clock(Duration.ofSeconds(2));

      // when
      String second = create(bed, List.of("wm1")).path("msgid").asString();
      bed.clock(Duration.ofSeconds(4));

      // then
      assertThat(statuses(bed, first)).containsExactly(1, 2);
      assertThat(statuses(bed, second)).containsExactly(3);
    }
  }

  @Test
  void shouldStopAtTheMonthlyCap(@TempDir Path data) throws Exception {
    try (Bed bed =
        new Bed(
            data,
            "--staff-confirm=auto:PT1S",
            "--mass-sends-per-day=99",
            "--mass-sends-per-month=2")) {
      bed.add("wm1", "lily");
      List<Integer> statuses = new ArrayList<>();

      for (int i = 1; i <= 3; i++) {
        String msgId = create(bed, List.of("wm1")).path("msgid").asString();
        bed.clock(Duration.ofSeconds(2L * i));
        statuses.addAll(statuses(bed, msgId));
      }

      assertThat(statuses).containsExactly(1, 1, 3);
    }
  }

  @Test
  void shouldWaitForTheStaffPageWhenManual(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--staff-confirm=manual")) {
      // given
      bed.add("wm1", "lily");
      String msgId = create(bed, List.of("wm1")).path("msgid").asString();
      bed.clock(Duration.ofDays(3));
      assertThat(statuses(bed, msgId)).containsExactly(0);
      assertThat(bed.get("/sim/pending").path("nextDue").isNull()).isTrue();

      // when
      bed.send(bed.to("/staff/lily/confirm").POST(BodyPublishers.ofString("msgId=" + msgId)));

      // then
      assertThat(statuses(bed, msgId)).containsExactly(1);
    }
  }

  @Test
  void shouldCancelWhatIsNotSent(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      bed.add("wm1", "lily");
      var msgId = Map.of("msgid", create(bed, List.of("wm1")).path("msgid").asString());

      assertThat(bed.call("cancel_groupmsg_send", msgId).path("errcode").asInt()).isZero();
      assertThat(bed.call("cancel_groupmsg_send", msgId).path("errcode").asInt()).isEqualTo(41093);
      assertThat(bed.get("/sim/pending").path("staff").asInt()).isZero();
    }
  }

  private static JsonNode create(Bed bed, List<String> customers) {
    return bed.call(
        "add_msg_template",
        Map.of("sender", "lily", "external_userid", customers, "text", Map.of("content", "上新")));
  }

  private static List<Integer> statuses(Bed bed, String msgId) {
    List<Integer> statuses = new ArrayList<>();
    bed.call("get_groupmsg_send_result", Map.of("msgid", msgId, "userid", "lily"))
        .path("send_list")
        .forEach(one -> statuses.add(one.path("status").asInt()));
    return statuses;
  }
}
