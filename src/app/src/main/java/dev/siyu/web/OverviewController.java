package dev.siyu.web;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The start page, once or as a stream. */
@RestController
class OverviewController {

  private final OverviewPage page;
  private final OverviewStream stream;

  OverviewController(OverviewPage page, OverviewStream stream) {
    this.page = page;
    this.stream = stream;
  }

  @GetMapping("/api/overview")
  Overview overview() {
    return page.latest();
  }

  @GetMapping(path = "/api/overview/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter stream() {
    return stream.listen();
  }
}
