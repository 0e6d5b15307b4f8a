package dev.siyu.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.access.People;
import dev.siyu.access.Person;
import dev.siyu.access.Role;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;

@SiteTest
class SessionTest {

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired PasswordEncoder encoder;

  @Test
  void shouldTellWhoIsSignedInInTheLanguageOfTheBrowser() {
    // given
    var browser = Browser.of(port, "ops");
    // when
    var chinese = browser.get("/api/me");
    browser.language = "en-GB,en;q=0.9";
    var english = browser.get("/api/me");
    // then
    assertThat(chinese.body())
        .contains("\"name\":\"ops\"", "运营小林", "[\"DESIGNER\"]", "\"mode\":\"sample\"")
        .contains("Asia/Shanghai");
    assertThat(english.body()).contains("Lin, operations");
  }

  @Test
  void shouldGiveANewSessionAtLoginAndNoneAfterLogout() {
    // given
    var browser = Browser.of(port, "ops");
    var first = browser.cookies.get("SIYU_SESSION");
    // when
    browser.login("manager", "siyu");
    // then
    assertThat(browser.cookies.get("SIYU_SESSION")).isNotEqualTo(first);
    var thief = new Browser(port);
    thief.cookies.put("SIYU_SESSION", first);
    assertThat(thief.get("/api/me").statusCode()).isEqualTo(401);
    // when
    var second = browser.cookies.get("SIYU_SESSION");
    assertThat(browser.post("/api/logout", "{}").statusCode()).isEqualTo(204);
    thief.cookies.put("SIYU_SESSION", second);
    // then
    assertThat(thief.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void shouldRefuseChangesWithoutTheTokenOfThePage() {
    // given
    var browser = Browser.of(port, "ops");
    browser.sendsCsrf = false;
    // when
    var answer = browser.post("/api/logout", "{}");
    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("SIYU-5004", "刷新");
    assertThat(new Browser(port).login("ops", "siyu").statusCode()).isEqualTo(403);
  }

  @Test
  void shouldHideTheSessionCookieFromScriptsAndOtherSites() {
    // given
    var browser = new Browser(port);
    browser.get("/api/public");
    // when
    var cookie =
        browser.login("ops", "siyu").headers().allValues("Set-Cookie").stream()
            .filter(set -> set.startsWith("SIYU_SESSION"))
            .findFirst();
    // then
    assertThat(cookie.orElseThrow()).contains("HttpOnly", "SameSite=Strict", "Path=/");
  }

  @Test
  void shouldSayTheSameForAWrongNameAndAWrongPasswordAndStopTryingAfterFive() {
    // given
    var browser = new Browser(port);
    browser.get("/api/public");
    var unknown = browser.login("nobody", "siyu");
    // when
    for (int i = 0; i < 5; i++) {
      var wrong = browser.login("boss", "wrong");
      assertThat(wrong.statusCode()).isEqualTo(401);
      assertThat(wrong.body()).isEqualTo(unknown.body());
    }
    // then
    assertThat(browser.login("boss", "siyu").statusCode()).isEqualTo(429);
    Site.NANOS.addAndGet(Duration.ofMinutes(6).toNanos());
    assertThat(browser.login("boss", "siyu").statusCode()).isEqualTo(204);
  }

  @Test
  void shouldShowADisabledPersonOutWithinAMinute() {
    // given
    add("leaver", false);
    var browser = new Browser(port);
    browser.get("/api/public");
    assertThat(browser.login("leaver", "correct horse").statusCode()).isEqualTo(204);
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
    // when
    people.enable("leaver", false);
    Site.NANOS.addAndGet(Duration.ofSeconds(59).toNanos());
    // then
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
    assertThat(browser.login("leaver", "correct horse").statusCode()).isEqualTo(401);
  }

  @Test
  void shouldAskForANewPasswordAfterAOneTimePassword() {
    // given
    add("fresh", true);
    var browser = new Browser(port);
    browser.get("/api/public");
    browser.login("fresh", "correct horse");
    assertThat(browser.get("/api/me").body()).contains("\"mustChangePassword\":true");
    assertThat(browser.get("/api/nowhere").body()).contains("SIYU-5006");
    // when
    var weak = browser.post("/api/me/password", "{\"old\":\"correct horse\",\"fresh\":\"short\"}");
    var good =
        browser.post(
            "/api/me/password", "{\"old\":\"correct horse\",\"fresh\":\"battery staple\"}");
    // then
    assertThat(weak.body()).contains("SIYU-5007");
    assertThat(good.statusCode()).isEqualTo(204);
    assertThat(browser.get("/api/nowhere").body()).contains("SIYU-5003");
  }

  private void add(String name, boolean mustChange) {
    var hash = requireNonNull(encoder.encode("correct horse"));
    people.add(
        new Person(name, "新人", "New", "门店", Set.of(Role.STAFF), hash, mustChange, true, false));
  }
}
