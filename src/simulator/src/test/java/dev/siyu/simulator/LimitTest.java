package dev.siyu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitTest {

  @Test
  void shouldRefuseWithinAMinuteAndServeInTheNext(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--calls-per-minute=3")) {
      // given
      bed.add("wm1", "lily");
      long toFullMinute = 60_000 - System.currentTimeMillis() % 60_000;
      bed.clock(Duration.ofMillis(toFullMinute));
      String get = bed.api("get") + "&external_userid=wm1";

      // then
      for (int i = 0; i < 3; i++) {
        assertThat(bed.get(get).path("errcode").asInt()).isZero();
      }
      assertThat(bed.get(get).path("errcode").asInt()).isEqualTo(45009);

      // when
      bed.clock(Duration.ofMillis(toFullMinute + 60_000));

      // then
      assertThat(bed.get(get).path("errcode").asInt()).isZero();
    }
  }

  @Test
  void shouldServeFiveMarkTagCallsAtOnceAndRefuseTheRest(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // given
      bed.add("wm1", "lily");
      String tag =
          bed.call("add_corp_tag", Map.of("group_name", "g", "tag", List.of(Map.of("name", "新"))))
              .at("/tag_group/tag/0/id")
              .asString();
      bed.post(
          "/sim/faults",
          Map.of("target", "wecom", "endpoint", "mark_tag", "kind", "latency", "millis", 700));
      String path = bed.api("mark_tag");

      // when
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(
            threads.submit(
                () ->
                    bed.post(
                            path,
                            Map.of(
                                "userid", "lily",
                                "external_userid", "wm1",
                                "add_tag", List.of(tag)))
                        .path("errcode")
                        .asInt()));
      }
      List<Integer> codes = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        codes.add(answer.get());
      }

      // then
      assertThat(codes).filteredOn(code -> code == 0).hasSize(5);
      assertThat(codes).filteredOn(code -> code == 45033).hasSize(3);
    }
  }

  @Test
  void shouldSayOkButDropAppMessagesBeyondTheMembersLimit(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--app-messages-per-minute=2")) {
      bed.clock(Duration.ofMillis(60_000 - System.currentTimeMillis() % 60_000));
      String send = "/cgi-bin/message/send?access_token=" + bed.token("sample-app-secret");

      for (int i = 0; i < 3; i++) {
        var message = Map.of("touser", "lily", "text", Map.of("content", "第" + i + "条"));
        assertThat(bed.post(send, message).path("errcode").asInt()).isZero();
      }

      assertThat(bed.page("/staff/lily")).contains("第0条", "第1条").doesNotContain("第2条");
    }
  }
}
