package dev.siyu.callbacks;

import dev.siyu.inbox.InboundEvent;
import dev.siyu.inbox.InboundEvent.Source;
import dev.siyu.wecom.WeComCallbacks;
import dev.siyu.wecom.WeComCallbacks.Opened;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where WeCom reports what happened (doc 90930). */
@RestController
class WeComDoor {

  private final WeComCallbacks callbacks;
  private final Door door;

  WeComDoor(WeComCallbacks callbacks, Door door) {
    this.callbacks = callbacks;
    this.door = door;
  }

  /** The check of the address when it is entered in WeCom's console. */
  @GetMapping("/callbacks/wecom")
  ResponseEntity<byte[]> check(HttpServletRequest request) {
    var started = door.start();
    var opened = echo(Query.of(request.getQueryString()));
    return switch (opened) {
      case Opened.Authentic authentic ->
          door.measured(started, Source.WECOM, Answer.ECHO).with(authentic.plain());
      case Opened.Refused refused ->
          door.measured(started, Source.WECOM, door.refused(Source.WECOM, refused.why()))
              .response();
    };
  }

  @PostMapping("/callbacks/wecom")
  ResponseEntity<byte[]> event(HttpServletRequest request) {
    var started = door.start();
    return door.measured(started, Source.WECOM, answer(request)).response();
  }

  private Answer answer(HttpServletRequest request) {
    var query = Query.of(request.getQueryString());
    try {
      var body = Body.read(request, door.largestBody());
      if (body.isEmpty()) {
        return Answer.TOO_LARGE;
      }
      if (query == null) {
        return door.refused(Source.WECOM, "parameters unreadable or given twice");
      }
      var opened =
          callbacks.open(
              query.get("msg_signature"), query.get("timestamp"), query.get("nonce"), body.get());
      return switch (opened) {
        case Opened.Authentic event -> door.store(event(event));
        case Opened.Refused refused -> door.refused(Source.WECOM, refused.why());
      };
    } catch (IOException broken) {
      return Answer.UNREADABLE;
    }
  }

  private Opened echo(@Nullable Query query) {
    return query == null
        ? new Opened.Refused("parameters unreadable or given twice")
        : callbacks.echo(
            query.get("msg_signature"),
            query.get("timestamp"),
            query.get("nonce"),
            query.get("echostr"));
  }

  private static InboundEvent event(Opened.Authentic event) {
    return new InboundEvent(
        Source.WECOM,
        event.type(),
        event.subject(),
        "wecom:" + DigestUtils.sha256Hex(event.plain()),
        event.plain(),
        event.at());
  }
}
