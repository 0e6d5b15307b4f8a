package dev.siyu.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.access.People;
import dev.siyu.access.Person;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Live mode behind https, on an empty database. */
@SpringBootTest(
    classes = Site.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "siyu.mode=live",
      "siyu.web.secure=true",
      "siyu.access.first-admin-password=correct horse battery",
      "siyu.simulator.port=1",
      "siyu.approvals.console=https://127.0.0.1",
      "spring.config.import=optional:classpath:sample.yaml"
    })
@ExtendWith(OutputCaptureExtension.class)
class SecureSiteTest {

  @LocalServerPort int port;
  @Autowired People people;

  @Test
  void shouldKnowNobodyButTheFirstAdministrator(CapturedOutput output) {
    assertThat(people.all()).extracting(Person::name).containsExactly("admin");
    assertThat(new Browser(port).get("/api/public").body())
        .contains("\"mode\":\"live\"", "\"sampleUsers\":[]");
    assertThat(output.getAll()).doesNotContain("correct horse battery");
  }

  @Test
  void shouldTieCookiesAndBrowserToHttps() {
    // given
    var browser = new Browser(port);
    browser.get("/api/public");
    // when
    var answer = browser.login("admin", "correct horse battery");
    // then
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    assertThat(answer.headers().allValues("Set-Cookie"))
        .filteredOn(set -> set.startsWith("__Host-SIYU_SESSION="))
        .singleElement()
        .satisfies(
            set ->
                assertThat(set).contains("Secure", "HttpOnly", "Path=/").doesNotContain("Domain"));
  }

  @Test
  void shouldNotMoveTheClockNorReplay() {
    // given
    var browser = new Browser(port);
    browser.get("/api/public");
    browser.login("admin", "correct horse battery");
    // then
    assertThat(browser.post("/api/clock/advance", "{\"by\":\"P1D\"}").body()).contains("SIYU-5030");
    assertThat(browser.post("/api/replay", "{}").body()).contains("SIYU-5030");
  }

  @Test
  void shouldLeaveForWeComInsideItsOwnWebViewOnly() {
    // given
    var browser = new Browser(port);

    // when, then: WeCom would tell any other browser to open the link in WeCom
    assertThat(place(browser.get("/api/wecom-login?next=/a/A1")))
        .isEqualTo("/login?next=%2Fa%2FA1");

    // when
    browser.agent = "Mozilla/5.0 (iPhone) MicroMessenger/7.0.1 wxwork/4.1.20";
    var asked = browser.get("/api/wecom-login?next=/a/A1");

    // then
    assertThat(place(asked)).contains("/connect/oauth2/authorize?");
    assertThat(asked.headers().allValues("Set-Cookie"))
        .filteredOn(set -> set.startsWith("__Host-SIYU_WECOM_LOGIN="))
        .as("no other host can plant it")
        .singleElement()
        .satisfies(
            set ->
                assertThat(set)
                    .contains("Secure", "HttpOnly", "Path=/;", "SameSite=Lax")
                    .doesNotContain("Domain"));
  }

  private static String place(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("none: " + answer.statusCode());
  }
}
