package dev.siyu.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@SiteTest
class OverviewTest {

  @LocalServerPort int port;

  @Test
  void shouldSendTheOverviewAtOnceToWhoeverListens() {
    // when
    var event = Browser.of(port, "boss").open("/api/overview/stream");
    // then
    assertThat(event.statusCode()).isEqualTo(200);
    assertThat(event.headers().firstValue("Content-Type").orElse("")).contains("event-stream");
    assertThat(Browser.firstEvent(event))
        .contains("event:overview", "\"byStage\"", "\"asked\":8", "\"rule\":\"quiet-hours\"");
  }

  @Test
  void shouldAnswerHealthAlsoWhenTheEngineIsSilent() {
    var health = Browser.of(port, "ops").get("/api/health");
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).contains("UNREACHABLE", "\"sizeBytes\":", "\"freeBytes\":");
  }

  @Test
  void shouldRefuseAClockThatGoesBackOrNowhere() {
    var browser = Browser.of(port, "ops");
    for (var bad :
        new String[] {"{}", "{\"by\":\"-P1D\"}", "{\"by\":\"soon\"}", "{\"to\":\"x\"}"}) {
      assertThat(browser.post("/api/clock/advance", bad).statusCode()).as(bad).isEqualTo(400);
    }
    assertThat(browser.get("/api/clock").body())
        .contains("\"mode\":\"sample\"", "\"moving\":false");
  }
}
