package dev.siyu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who opened a page inside WeCom (docs 91022, 91023). */
class LoginTest {

  private static final String AUTHORIZE =
      "/connect/oauth2/authorize?appid=%s&redirect_uri=https%%3A%%2F%%2Fsiyu.example%%2Fback%%3Fa%%3D1"
          + "&response_type=code&scope=snsapi_base&state=s1&agentid=1000002";

  @Test
  void shouldAskWhoItIsAndComeBackWithACodeForOneUse(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--trusted-domain=siyu.example")) {
      // given
      bed.add("wm1", "lily");
      assertThat(bed.page(AUTHORIZE.formatted(Opener.CORP))).contains("您是哪位成员", "lily", "state=s1");

      // when
      String place = choose(bed, "lily").headers().firstValue("Location").orElseThrow();

      // then
      assertThat(place).startsWith("https://siyu.example/back?a=1&code=").endsWith("&state=s1");
      String code = place.replaceAll(".*code=([^&]*).*", "$1");
      bed.restart();
      assertThat(ask(bed, "sample-contact-secret", code)).as("another secret").contains("48002");
      assertThat(ask(bed, "sample-app-secret", code)).contains("\"userid\":\"lily\"");
      assertThat(ask(bed, "sample-app-secret", code)).as("used").contains("40029");
    }
  }

  @Test
  void shouldForgetACodeAfterFiveMinutes(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--trusted-domain=siyu.example")) {
      String place = choose(bed, "lily").headers().firstValue("Location").orElseThrow();
      bed.clock(Duration.ofMinutes(5));
      assertThat(ask(bed, "sample-app-secret", place.replaceAll(".*code=([^&]*).*", "$1")))
          .contains("40029");
    }
  }

  @Test
  void shouldSendNobodyAnywhereElse(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--trusted-domain=siyu.example")) {
      bed.told("wecom/members", Map.of("userId", "lily", "state", "LEFT"));
      assertThat(choose(bed, "").statusCode()).isEqualTo(400);
      assertThat(choose(bed, "lily").statusCode()).as("has left").isEqualTo(400);
      assertThat(bed.send(bed.to(AUTHORIZE.formatted("other"))).statusCode()).isEqualTo(400);
      assertThat(
              bed.send(
                      bed.to(
                          "/connect/oauth2/authorize?appid="
                              + Opener.CORP
                              + "&response_type=code&redirect_uri=javascript%3Aalert(1)"))
                  .statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void shouldComeBackToATrustedDomainOnly(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data)) {
      HttpResponse<String> refused = choose(bed, "lily");
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("50001", "siyu.example");
      String ours = AUTHORIZE.replace("siyu.example", "localhost%%3A8080").formatted(Opener.CORP);
      assertThat(bed.send(bed.to(ours)).statusCode()).isEqualTo(200);
      String other = AUTHORIZE.replace("siyu.example", "localhost.evil").formatted(Opener.CORP);
      assertThat(bed.send(bed.to(other)).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void shouldTakeWhoLeftMeanwhileForNoMember(@TempDir Path data) throws Exception {
    try (Bed bed = new Bed(data, "--trusted-domain=siyu.example")) {
      // given
      String place = choose(bed, "lily").headers().firstValue("Location").orElseThrow();

      // when
      bed.told("wecom/members", Map.of("userId", "lily", "state", "LEFT"));

      // then
      assertThat(ask(bed, "sample-app-secret", place.replaceAll(".*code=([^&]*).*", "$1")))
          .contains("openid")
          .doesNotContain("userid");
    }
  }

  private static HttpResponse<String> choose(Bed bed, String user) {
    return bed.send(
        bed.to(AUTHORIZE.formatted(Opener.CORP))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("userid=" + user)));
  }

  private static String ask(Bed bed, String secret, String code) {
    return bed.page(
        "/cgi-bin/auth/getuserinfo?access_token=" + bed.token(secret) + "&code=" + code);
  }
}
