package dev.siyu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
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
  void shouldLetWillingCustomersAnswerAnInvitationOnce(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--staff-confirm=auto:PT1S", "--willing-percent=100")) {
      // given
      bed.add("wm1", "lily");
      bed.add("wm2", "lily");
      create(bed, List.of("wm1"), "回复“愿意”即可加入");
      create(bed, List.of("wm2"), "上新");

      // when
      bed.clock(Duration.ofSeconds(2));
      bed.clock(Duration.ofSeconds(4));
      bed.get("/sim/pending");

      // then
      assertThat(bed.page("/phone/wm1")).containsOnlyOnce(">愿意<");
      assertThat(bed.page("/phone/wm2")).doesNotContain("愿意");
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
  void shouldNoteWhatIsAttached(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      // given
      bed.add("wm1", "lily");
      var link = Map.of("title", "新品", "url", "https://a.example/1");
      var other = Map.of("title", "旧款", "url", "https://a.example/2");

      // when
      bed.call(
          "add_msg_template",
          Map.of(
              "sender",
              "lily",
              "external_userid",
              List.of("wm1"),
              "text",
              Map.of("content", "上新"),
              "attachments",
              List.of(
                  Map.of("msgtype", "link", "link", link),
                  Map.of("msgtype", "link", "link", other))));
    }

    // then
    assertThat(Files.readString(data.resolve("journal.jsonl")))
        .contains("\"attached\":\"link 新品 https://a.example/1; link 旧款 https://a.example/2\"");
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

  @Test
  void shouldRemindThreeTimesWithin24Hours(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--staff-confirm=manual")) {
      // given
      bed.add("wm1", "lily");
      var msgId = Map.of("msgid", create(bed, List.of("wm1")).path("msgid").asString());
      List<Integer> codes = new ArrayList<>();

      // when
      for (int i = 1; i <= 4; i++) {
        bed.clock(Duration.ofHours(i));
        codes.add(bed.call("remind_groupmsg_send", msgId).path("errcode").asInt());
      }
      bed.clock(Duration.ofHours(26));
      codes.add(bed.call("remind_groupmsg_send", msgId).path("errcode").asInt());

      // then
      assertThat(codes).containsExactly(0, 0, 0, 41094, 0);
    }
  }

  @Test
  void shouldLetLazyMembersConfirmAfterAReminder(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--staff-confirm=auto:PT5M", "--staff-confirm-percent=0")) {
      // given
      bed.add("wm1", "lily");
      String msgId = create(bed, List.of("wm1")).path("msgid").asString();
      bed.clock(Duration.ofHours(1));
      var before = statuses(bed, msgId);

      // when
      bed.call("remind_groupmsg_send", Map.of("msgid", msgId));
      bed.restart();
      bed.clock(Duration.ofHours(1).plusMinutes(6));

      // then
      assertThat(before).containsExactly(0);
      assertThat(statuses(bed, msgId)).containsExactly(1);
      assertThat(bed.get("/sim/pending").path("staff").asInt()).isZero();
    }
  }

  @Test
  void shouldConfirmTheGivenShareAtDifferentMoments(@TempDir Path data) throws Exception {
    try (Bed bed =
        new Bed(
            data,
            "--staff-confirm=auto:PT5M",
            "--staff-confirm-percent=50",
            "--staff-confirm-spread=PT1H")) {
      // given
      for (int i = 0; i < 60; i++) {
        bed.add("wm" + i, "lily");
        create(bed, List.of("wm" + i));
      }

      // when
      bed.clock(Duration.ofMinutes(35));
      int half = bed.get("/sim/pending").path("staff").asInt();
      bed.clock(Duration.ofHours(2));
      int end = bed.get("/sim/pending").path("staff").asInt();

      // then
      assertThat(end).isBetween(15, 45);
      assertThat(half).isBetween(end + 1, 59);
      assertThat(bed.get("/sim/pending").path("nextDue").isNull()).isTrue();
    }
  }

  private static JsonNode create(Bed bed, List<String> customers) {
    return create(bed, customers, "上新");
  }

  private static JsonNode create(Bed bed, List<String> customers, String text) {
    return bed.call(
        "add_msg_template",
        Map.of("sender", "lily", "external_userid", customers, "text", Map.of("content", text)));
  }

  private static List<Integer> statuses(Bed bed, String msgId) {
    List<Integer> statuses = new ArrayList<>();
    bed.call("get_groupmsg_send_result", Map.of("msgid", msgId, "userid", "lily"))
        .path("send_list")
        .forEach(one -> statuses.add(one.path("status").asInt()));
    return statuses;
  }
}
