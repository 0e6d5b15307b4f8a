package dev.siyu.callbacks;

import dev.siyu.inbox.InboundEvent;
import dev.siyu.inbox.InboundEvent.Source;
import dev.siyu.wxstore.StoreCallbacks;
import dev.siyu.wxstore.StoreCallbacks.Opened;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where WeChat Store (微信小店) reports what happened; it waits 5 s for the answer. */
@RestController
class StoreDoor {

  private final StoreCallbacks callbacks;
  private final Door door;

  StoreDoor(StoreCallbacks callbacks, Door door) {
    this.callbacks = callbacks;
    this.door = door;
  }

  /** The check of the address when it is entered in the store's console. */
  @GetMapping("/callbacks/wxstore")
  ResponseEntity<byte[]> check(HttpServletRequest request) {
    var started = door.start();
    return switch (echo(Query.of(request.getQueryString()))) {
      case Opened.Authentic authentic ->
          door.measured(started, Source.WXSTORE, Answer.ECHO).with(authentic.plain());
      case Opened.Refused refused ->
          door.measured(started, Source.WXSTORE, door.refused(Source.WXSTORE, refused.why()))
              .response();
    };
  }

  @PostMapping("/callbacks/wxstore")
  ResponseEntity<byte[]> event(HttpServletRequest request) {
    var started = door.start();
    return door.measured(started, Source.WXSTORE, answer(request)).response();
  }

  private Answer answer(HttpServletRequest request) {
    var query = Query.of(request.getQueryString());
    try {
      var body = Body.read(request, door.largestBody());
      if (body.isEmpty()) {
        return Answer.TOO_LARGE;
      }
      if (query == null) {
        return door.refused(Source.WXSTORE, "parameters unreadable or given twice");
      }
      var opened =
          callbacks.open(
              query.get("msg_signature"), query.get("timestamp"), query.get("nonce"), body.get());
      return switch (opened) {
        case Opened.Authentic event -> door.store(event(event));
        case Opened.Refused refused -> door.refused(Source.WXSTORE, refused.why());
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
    var hash = DigestUtils.sha256Hex(event.plain());
    var about = event.orderId() == null ? hash : event.orderId();
    return new InboundEvent(
        Source.WXSTORE,
        event.type(),
        "wxstore:" + about,
        "wxstore:" + hash,
        event.plain(),
        event.at());
  }
}
