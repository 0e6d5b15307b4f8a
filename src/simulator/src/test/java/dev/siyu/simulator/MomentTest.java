package dev.siyu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MomentTest {

  @Test
  void shouldShowAMomentOnlyWhenTheMemberPublishedIt(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--staff-confirm=manual", "--moment-like-percent=100")) {
      // given
      bed.add("wm1", "lily");
      bed.add("wm2", "mary");
      String job = create(bed, "lily", "mary").path("jobid").asString();
      assertThat(job(bed, job).path("status").asInt()).as("asynchronous").isEqualTo(2);
      bed.clock(Duration.ofSeconds(6));
      String moment = job(bed, job).at("/result/moment_id").asString();
      assertThat(code(bed, "get_moment_task", moment)).as("being dispatched").isEqualTo(41079);
      bed.clock(Duration.ofDays(1));
      assertThat(published(bed, moment)).isEqualTo(Map.of("lily", "0", "mary", "0"));
      assertThat(bed.page("/phone/wm1")).doesNotContain("上新");

      // when
      bed.send(bed.to("/staff/lily/publish").POST(BodyPublishers.ofString("momentId=" + moment)));
      bed.restart();

      // then
      assertThat(published(bed, moment)).isEqualTo(Map.of("lily", "1", "mary", "0"));
      assertThat(bed.page("/phone/wm1")).contains("上新");
      assertThat(bed.page("/phone/wm2")).doesNotContain("上新");
      assertThat(ofMember(bed, "get_moment_send_result", moment, "lily").at("/customer_list"))
          .singleElement()
          .satisfies(one -> assertThat(one.path("external_userid").asString()).isEqualTo("wm1"));
      assertThat(ofMember(bed, "get_moment_comments", moment, "lily").path("like_list")).hasSize(1);
      assertThat(ofMember(bed, "get_moment_comments", moment, "mary").path("errcode").asInt())
          .isEqualTo(41062);
    }
  }

  @Test
  void shouldLetAReminderMoveLazyMembersAndStopTheRest(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--staff-confirm=auto:PT5M", "--staff-confirm-percent=0")) {
      // given
      bed.add("wm1", "lily");
      bed.add("wm2", "mary");
      String moment = built(bed, create(bed, "lily", "mary"));
      bed.clock(Duration.ofHours(1));
      assertThat(published(bed, moment)).doesNotContainValue("1");

      // when
      bed.post(
          "/cgi-bin/message/send?access_token=" + bed.token("sample-app-secret"),
          Map.of("touser", "lily", "text", Map.of("content", "朋友圈还没有发表")));
      bed.clock(Duration.ofHours(1).plusMinutes(6));
      int stopped =
          bed.call("cancel_moment_task", Map.of("moment_id", moment)).path("errcode").asInt();
      bed.send(bed.to("/staff/mary/publish").POST(BodyPublishers.ofString("momentId=" + moment)));

      // then
      assertThat(stopped).isZero();
      assertThat(published(bed, moment)).isEqualTo(Map.of("lily", "1", "mary", "0"));
    }
  }

  @Test
  void shouldKeepItsLimits(@TempDir Path data) throws Exception {
    try (Bed bed =
        new Bed(data, "--moment-calls-per-minute=2", "--moment-jobs=1", "--staff-confirm=manual")) {
      bed.add("wm1", "lily");
      assertThat(create(bed, "lily").path("errcode").asInt()).isZero();
      assertThat(create(bed, "lily").path("errcode").asInt()).as("jobs").isEqualTo(41078);
      assertThat(create(bed, "lily").path("errcode").asInt()).as("per minute").isEqualTo(45009);

      bed.clock(Duration.ofMinutes(2));
      assertThat(create(bed, "nobody", body -> body.put("text", Map.of())).path("errcode").asInt())
          .isEqualTo(41089);
      assertThat(
              create(bed, "lily", body -> body.put("text", Map.of("content", "字".repeat(2_001))))
                  .path("errcode")
                  .asInt())
          .isEqualTo(40058);
      bed.clock(Duration.ofMinutes(4));
      assertThat(
              create(bed, "lily", body -> body.put("attachments", mixed())).path("errcode").asInt())
          .isEqualTo(41065);
      assertThat(
              bed.call("get_moment_list", Map.of("start_time", 1, "end_time", 31 * 86_400))
                  .path("errcode")
                  .asInt())
          .isEqualTo(40058);
    }
  }

  private static List<Map<String, Object>> mixed() {
    return List.of(
        Map.of("msgtype", "image", "image", Map.of("media_id", "x")),
        Map.of("msgtype", "video", "video", Map.of("media_id", "y")));
  }

  private interface Change {
    void of(Map<String, Object> body);
  }

  private static JsonNode create(Bed bed, String... senders) {
    Map<String, Object> body = new HashMap<>();
    body.put("text", Map.of("content", "上新"));
    body.put("visible_range", Map.of("sender_list", Map.of("user_list", List.of(senders))));
    return bed.call("add_moment_task", body);
  }

  private static JsonNode create(Bed bed, String sender, Change change) {
    Map<String, Object> body = new HashMap<>();
    body.put("text", Map.of("content", "上新"));
    body.put("visible_range", Map.of("sender_list", Map.of("user_list", List.of(sender))));
    change.of(body);
    return bed.call("add_moment_task", body);
  }

  private static String built(Bed bed, JsonNode created) {
    bed.clock(Duration.ofSeconds(20));
    return job(bed, created.path("jobid").asString()).at("/result/moment_id").asString();
  }

  private static JsonNode job(Bed bed, String jobId) {
    return bed.get(bed.api("get_moment_task_result") + "&jobid=" + jobId);
  }

  private static int code(Bed bed, String api, String moment) {
    return bed.call(api, Map.of("moment_id", moment)).path("errcode").asInt();
  }

  private static JsonNode ofMember(Bed bed, String api, String moment, String staff) {
    return bed.call(api, Map.of("moment_id", moment, "userid", staff));
  }

  private static Map<String, String> published(Bed bed, String moment) {
    Map<String, String> all = new HashMap<>();
    bed.call("get_moment_task", Map.of("moment_id", moment))
        .path("task_list")
        .forEach(
            one -> all.put(one.path("userid").asString(), one.path("publish_status").asString()));
    return all;
  }
}
