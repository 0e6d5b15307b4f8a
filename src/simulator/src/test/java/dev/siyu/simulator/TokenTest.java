package dev.siyu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTest {

  @Test
  void shouldRefuseTokensThatAreMissingWrongOrExpired(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      // given
      String get = "/cgi-bin/externalcontact/get?external_userid=wm1&access_token=";
      bed.add("wm1", "lily");
      String token = bed.token("sample-contact-secret");

      // then
      assertThat(bed.get(get).path("errcode").asInt()).isEqualTo(41001);
      assertThat(bed.get(get + "nonsense").path("errcode").asInt()).isEqualTo(40014);
      assertThat(bed.get(get + token).path("errcode").asInt()).isZero();

      // when
      bed.clock(Duration.ofSeconds(7201));

      // then
      assertThat(bed.get(get + token).path("errcode").asInt()).isEqualTo(42001);
      assertThat(bed.token("sample-contact-secret")).isNotEqualTo(token);
    }
  }

  @Test
  void shouldGiveTheSameTokenWhileItLives(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      assertThat(bed.token("sample-app-secret")).isEqualTo(bed.token("sample-app-secret"));
      assertThat(bed.token("sample-app-secret")).isNotEqualTo(bed.token("sample-contact-secret"));
    }
  }

  @Test
  void shouldAnswer200WithTheErrorInside(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      var wrong = bed.send(bed.to("/cgi-bin/gettoken?corpid=x&corpsecret=y"));

      assertThat(wrong.statusCode()).isEqualTo(200);
      assertThat(wrong.body()).contains("\"errcode\":40013");
    }
  }

  @Test
  void shouldWantTheAppsTokenForAppMessages(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      var message = Map.of("touser", "lily", "text", Map.of("content", "hi"));
      String send = "/cgi-bin/message/send?access_token=";

      assertThat(
              bed.post(send + bed.token("sample-contact-secret"), message).path("errcode").asInt())
          .isEqualTo(48002);
      assertThat(bed.post(send + bed.token("sample-app-secret"), message).path("errcode").asInt())
          .isZero();
    }
  }
}
