package dev.siyu.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** On files of the test's own class path (static/probe.html and static/assets). */
@SiteTest
class StaticPagesTest {

  @LocalServerPort int port;

  @Test
  void shouldKeepHashedFilesForAYearAndAskForPagesEachTime() {
    // when
    var asset = new Browser(port).get("/assets/probe-1a2b3c.js");
    var page = new Browser(port).get("/probe.html");
    // then
    assertThat(asset.headers().firstValue("Cache-Control").orElse(""))
        .contains("max-age=31536000", "immutable");
    assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-cache");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/nowhere", "/callbacks/nowhere", "/assets/gone.js", "/gone.css"})
  void shouldNeverAnswerAPageWhereSomethingElseWasMeant(String path) {
    assertThat(new Browser(port).get(path).statusCode()).isIn(401, 404);
  }
}
