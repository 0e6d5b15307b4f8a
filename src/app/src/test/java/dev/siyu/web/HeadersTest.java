package dev.siyu.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@SiteTest
class HeadersTest {

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/customers/C1",
        "/assets/missing.js",
        "/api/public",
        "/api/me",
        "/api/nowhere",
        "/api/%2e%2e/x",
        "/a//b",
        "/callbacks/wecom",
        "/callbacks/nowhere",
        "/error",
        "/actuator/env",
        "/actuator/health"
      })
  void shouldProtectEveryAnswer(String path) {
    // when
    var answer = new Browser(port).get(path);
    // then
    var headers = answer.headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "script-src 'self';", "frame-ancestors 'none'");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(answer.statusCode()).isLessThan(500);
    assertThat(answer.body()).doesNotContain("Exception", "org.springframework");
  }

  @Test
  void shouldNeverLetApiAnswersBeCached() {
    assertThat(new Browser(port).get("/api/public").headers().firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
  }

  @Test
  void shouldAnswerErrorsWithCodeAndMessageInTheLanguageOfTheBrowser() {
    // given
    var browser = new Browser(port);
    // when
    var chinese = browser.get("/api/me");
    browser.language = "en";
    var english = browser.get("/api/me");
    // then
    assertThat(chinese.body()).isEqualTo("{\"code\":\"SIYU-5001\",\"message\":\"请先登录\"}");
    assertThat(english.body()).contains("Please sign in");
  }
}
