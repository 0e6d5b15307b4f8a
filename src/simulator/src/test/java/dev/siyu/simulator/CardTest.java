package dev.siyu.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Cards with buttons as WeCom has them (docs 90236, 90240, 94888). */
class CardTest {

  @Test
  void shouldTellThePressedButtonAndShowWhatTheAppMakesOfIt(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      // given
      JsonNode sent = send(bed, "A1-0-7", "boss");
      assertThat(sent.path("errcode").asInt()).isZero();
      assertThat(bed.page("/staff/boss")).contains("价格申请", "同意", "驳回");

      // when
      press(bed, "boss", "A1-0-7", "approve");
      await().until(() -> bed.app.events.size() == 1);

      // then
      String xml = bed.app.events.getFirst();
      assertThat(Opener.element(xml, "Event")).isEqualTo("template_card_event");
      assertThat(Opener.element(xml, "FromUserName")).isEqualTo("boss");
      assertThat(Opener.element(xml, "TaskId")).isEqualTo("A1-0-7");
      assertThat(Opener.element(xml, "EventKey")).isEqualTo("approve");
      assertThat(Opener.element(xml, "CardType")).isEqualTo("button_interaction");

      // when
      String code = Opener.element(xml, "ResponseCode");
      assertThat(update(bed, code, "boss", card("A1-0-7", "确认")).path("errcode").asInt()).isZero();
      bed.restart();

      // then
      assertThat(bed.page("/staff/boss")).contains("确认").doesNotContain(">同意<");
      press(bed, "boss", "A1-0-7", "approve");
      assertThat(bed.get("/sim/pending").path("callbacks").asInt()).as("a button gone").isZero();
    }
  }

  @Test
  void shouldTakeACodeOnceAndForThreeDays(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      String first = send(bed, "A1-0-7", "boss").path("response_code").asString();
      String second = send(bed, "A2-0-7", "boss").path("response_code").asString();
      Map<String, Object> grey = Map.of("replace_name", "已同意");

      assertThat(update(bed, first, "boss", grey).path("errcode").asInt()).isZero();
      assertThat(bed.page("/staff/boss")).contains("已同意");
      assertThat(update(bed, first, "boss", grey).path("errcode").asInt()).isEqualTo(42022);
      assertThat(update(bed, "RCx", "boss", grey).path("errcode").asInt()).isEqualTo(40058);
      bed.clock(Duration.ofHours(72).plusMinutes(1));
      assertThat(update(bed, second, "boss", grey).path("errcode").asInt()).isEqualTo(42003);
    }
  }

  @Test
  void shouldRefuseATaskIdTwiceAndCardsThatCannotBe(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      assertThat(send(bed, "A1-0-7", "boss").path("errcode").asInt()).isZero();
      assertThat(send(bed, "A1-0-7", "boss").path("errcode").asInt()).as("again").isEqualTo(42014);
      assertThat(send(bed, "A1 ?", "boss").path("errcode").asInt()).isEqualTo(42014);
      assertThat(send(bed, "A3", "boss", "button_list", List.of())).isEqualTo(40016);
      assertThat(send(bed, "A4", "boss", "card_type", "text_notice")).isEqualTo(42031);
      assertThat(send(bed, "A5", "boss", "button_list", List.of(Map.of("key", "k"))))
          .isEqualTo(42038);
      assertThat(send(bed, "A6", "boss", "button_list", List.of(Map.of("text", "t"))))
          .isEqualTo(42039);
      assertThat(send(bed, "A7", "boss", "card_action", Map.of("type", 1))).isEqualTo(42028);
    }
  }

  @Test
  void shouldDropWhatExceedsTheMembersMinute(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--app-messages-per-minute=1")) {
      send(bed, "A1", "boss");
      assertThat(send(bed, "A2", "boss").path("errcode").asInt()).as("says ok").isZero();
      assertThat(bed.page("/staff/boss?lang=en")).contains("Cards · 1");
    }
  }

  private static Map<String, Object> card(String taskId, String button) {
    Map<String, Object> card = new HashMap<>();
    card.put("card_type", "button_interaction");
    card.put("main_title", Map.of("title", "价格申请"));
    card.put("card_action", Map.of("type", 1, "url", "http://localhost:8080/a/A1"));
    card.put(
        "button_list",
        List.of(
            Map.of("text", button, "key", button.equals("同意") ? "approve" : "confirm", "style", 1),
            Map.of("text", "驳回", "type", 1, "url", "http://localhost:8080/a/A1?say=REJECT")));
    card.put("task_id", taskId);
    return card;
  }

  private static JsonNode send(Bed bed, String taskId, String staff) {
    return post(bed, "send", staff, card(taskId, "同意"));
  }

  private static int send(Bed bed, String taskId, String staff, String part, Object value) {
    Map<String, Object> card = card(taskId, "同意");
    card.put(part, value);
    return post(bed, "send", staff, card).path("errcode").asInt();
  }

  private static JsonNode post(Bed bed, String what, String staff, Map<String, Object> card) {
    return bed.post(
        "/cgi-bin/message/" + what + "?access_token=" + bed.token("sample-app-secret"),
        Map.of("touser", staff, "msgtype", "template_card", "agentid", 1, "template_card", card));
  }

  private static JsonNode update(Bed bed, String code, String staff, Map<String, Object> what) {
    return bed.post(
        "/cgi-bin/message/update_template_card?access_token=" + bed.token("sample-app-secret"),
        Map.of(
            "userids",
            List.of(staff),
            "agentid",
            1,
            "response_code",
            code,
            what.containsKey("replace_name") ? "button" : "template_card",
            what));
  }

  private static void press(Bed bed, String staff, String taskId, String key) {
    bed.send(
        bed.to("/staff/" + staff + "/press")
            .POST(BodyPublishers.ofString("taskId=" + taskId + "&key=" + key)));
  }
}
