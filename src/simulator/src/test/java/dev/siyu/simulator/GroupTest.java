package dev.siyu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class GroupTest {

  private static void open(Bed bed, String chatId, String owner) {
    assertThat(bed.told("wecom/groups", Map.of("chatId", chatId, "name", "会员群", "owner", owner)))
        .isEqualTo(1);
  }

  private static String way(Bed bed, boolean more, String... chats) {
    return bed.call(
            "groupchat/add_join_way",
            Map.of(
                "scene",
                2,
                "state",
                "vip",
                "chat_id_list",
                List.of(chats),
                "auto_create_room",
                more ? 1 : 0,
                "room_base_name",
                "会员群",
                "room_base_id",
                2))
        .path("config_id")
        .asString("");
  }

  private static JsonNode chat(Bed bed, String chatId) {
    return bed.call("groupchat/get", Map.of("chat_id", chatId, "need_name", 1)).path("group_chat");
  }

  private static List<String> members(Bed bed, String chatId) {
    List<String> members = new ArrayList<>();
    chat(bed, chatId)
        .path("member_list")
        .forEach(one -> members.add(one.path("userid").asString()));
    return members;
  }

  private static int errcode(JsonNode answer) {
    return answer.path("errcode").asInt(-1);
  }

  @Test
  void shouldTellJoinsLeavesAndDismissalInOrder(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      // given
      bed.add("wm1", "lily");
      open(bed, "wr1", "lily");
      // when
      assertThat(bed.told("wecom/group-joins", Map.of("chatId", "wr1", "externalUserId", "wm1")))
          .isEqualTo(1);
      assertThat(members(bed, "wr1")).containsExactly("lily", "wm1");
      bed.told("wecom/group-leaves", Map.of("chatId", "wr1", "externalUserId", "wm1"));
      bed.told(
          "wecom/group-changes", Map.of("chatId", "wr1", "change", "change_name", "value", "新"));
      bed.told("wecom/group-changes", Map.of("chatId", "wr1", "change", "dismiss"));
      // then: callbacks arrive asynchronously
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> bed.app.eventsOf("wr1").size() == 6);
      var events = String.join("\n", bed.app.eventsOf("wr1"));
      assertThat(events)
          .containsSubsequence(
              "[create]", "[add_member]", "[wm1]", "[del_member]", "[change_name]", "[dismiss]");
      assertThat(errcode(bed.call("groupchat/get", Map.of("chat_id", "wr1")))).isEqualTo(49008);
      assertThat(errcode(bed.call("groupchat/get", Map.of("chat_id", "x")))).isEqualTo(40050);
    }
  }

  @Test
  void shouldOpenTheNextGroupWhenAllBehindTheWayAreFull(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--group-members=3")) {
      // given: owner and two customers fill a group
      open(bed, "wr1", "lily");
      var config = way(bed, true, "wr1");
      // when
      for (int i = 0; i < 3; i++) {
        bed.told("wecom/group-joins", Map.of("configId", config, "externalUserId", "wm" + i));
      }
      bed.restart();
      // then
      assertThat(members(bed, "wr1")).containsExactly("lily", "wm0", "wm1");
      var found = bed.call("groupchat/get_join_way", Map.of("config_id", config)).path("join_way");
      assertThat(found.path("chat_id_list")).hasSize(2);
      assertThat(found.path("room_base_id").asInt()).isEqualTo(3);
      var fresh = found.at("/chat_id_list/1").asString();
      assertThat(chat(bed, fresh).path("name").asString()).isEqualTo("会员群2");
      assertThat(chat(bed, fresh).at("/member_list/1/state").asString()).isEqualTo("vip");
      // and: without leave to open groups nobody gets in
      var closed = way(bed, false, "wr1");
      assertThat(bed.told("wecom/group-joins", Map.of("configId", closed, "externalUserId", "wm9")))
          .isZero();
    }
  }

  @Test
  void shouldMeetEveryLimitOfGroups(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--contact-ways=1", "--group-welcomes=1")) {
      // given
      open(bed, "wr1", "lily");
      var six = IntStream.range(0, 6).mapToObj(i -> "wr1").toList();
      // then
      assertThat(errcode(join(bed, "s", six))).isEqualTo(41091);
      assertThat(errcode(join(bed, "s".repeat(31), List.of("wr1")))).isEqualTo(40058);
      assertThat(errcode(join(bed, "s", List.of("wr2")))).isEqualTo(40050);
      assertThat(errcode(join(bed, "s", List.of("wr1")))).isZero();
      assertThat(errcode(join(bed, "t", List.of("wr1")))).isEqualTo(41045);
      assertThat(errcode(bed.call("groupchat/list", Map.of("limit", 1_001)))).isEqualTo(40058);
      var welcome = Map.of("text", Map.of("content", "欢迎"));
      assertThat(errcode(bed.call("group_welcome_template/add", welcome))).isZero();
      assertThat(errcode(bed.call("group_welcome_template/add", welcome))).isEqualTo(41055);
      var crowd = IntStream.range(0, 2_001).mapToObj(i -> "wr" + i).toList();
      assertThat(errcode(send(bed, "lily", crowd))).isEqualTo(40058);
      assertThat(errcode(send(bed, "tom", List.of("wr1")))).isEqualTo(41048);
    }
  }

  private static JsonNode join(Bed bed, String state, List<String> chats) {
    return bed.call("groupchat/add_join_way", Map.of("state", state, "chat_id_list", chats));
  }

  private static JsonNode send(Bed bed, String sender, List<String> chats) {
    return bed.call(
        "add_msg_template",
        Map.of(
            "chat_type",
            "group",
            "sender",
            sender,
            "chat_id_list",
            chats,
            "text",
            Map.of("content", "周一好")));
  }

  @Test
  void shouldSendToAGroupOnceTheOwnerConfirms(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--staff-confirm=manual")) {
      // given
      bed.add("wm1", "lily");
      open(bed, "wr1", "lily");
      bed.told("wecom/group-joins", Map.of("chatId", "wr1", "externalUserId", "wm1"));
      var msgId = send(bed, "lily", List.of("wr1", "wr2")).path("msgid").asString();
      assertThat(bed.page("/phone/wm1")).doesNotContain("周一好");
      // when
      bed.send(bed.to("/staff/lily/confirm").POST(BodyPublishers.ofString("msgId=" + msgId)));
      // then
      var result =
          bed.call("get_groupmsg_send_result", Map.of("msgid", msgId, "userid", "lily"))
              .at("/send_list/0");
      assertThat(result.path("chat_id").asString()).isEqualTo("wr1");
      assertThat(result.path("status").asInt()).isEqualTo(1);
      assertThat(bed.page("/phone/wm1")).contains("周一好");
      assertThat(bed.page("/staff/lily")).contains("会员群");
    }
  }

  @Test
  void shouldLetCustomersFollowAnInvitation(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--staff-confirm=auto:PT1S", "--join-percent=100")) {
      // given
      bed.add("wm1", "lily");
      open(bed, "wr1", "lily");
      var config = way(bed, true, "wr1");
      var picture =
          bed.call("groupchat/get_join_way", Map.of("config_id", config))
              .at("/join_way/qr_code")
              .asString();
      // when
      bed.call(
          "add_msg_template",
          Map.of(
              "sender", "lily",
              "external_userid", List.of("wm1"),
              "text", Map.of("content", "邀请您加入：" + picture)));
      bed.clock(Duration.ofSeconds(2));
      bed.get("/sim/pending");
      // then
      assertThat(members(bed, "wr1")).contains("wm1");
      assertThat(bed.page("/phone/wm1")).contains("join-group", "leave-group");
    }
  }
}
