package dev.siyu.callbacks;

import dev.siyu.inbox.InboundEvent;
import dev.siyu.inbox.InboundEvent.Source;
import dev.siyu.youzan.YouzanPushes;
import dev.siyu.youzan.YouzanPushes.Opened;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where Youzan (有赞) pushes what happened; it waits 5 s and wants "success" in the answer. */
@RestController
class YouzanDoor {

  private static final byte[] SUCCESS =
      "{\"code\":0,\"msg\":\"success\"}".getBytes(StandardCharsets.UTF_8);

  private final YouzanPushes pushes;
  private final Door door;

  YouzanDoor(YouzanPushes pushes, Door door) {
    this.pushes = pushes;
    this.door = door;
  }

  @PostMapping("/callbacks/youzan")
  ResponseEntity<byte[]> push(HttpServletRequest request) {
    var started = door.start();
    var answer = door.measured(started, Source.YOUZAN, answer(request));
    return switch (answer) {
      case STORED, DUPLICATE ->
          ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(SUCCESS);
      case ECHO, REFUSED, TOO_LARGE, CONFLICT, UNREADABLE, COME_AGAIN -> answer.response();
    };
  }

  private Answer answer(HttpServletRequest request) {
    try {
      var body = Body.read(request, door.largestBody());
      if (body.isEmpty()) {
        return Answer.TOO_LARGE;
      }
      var signs = Collections.list(request.getHeaders("Event-Sign"));
      if (signs.size() > 1) {
        return door.refused(Source.YOUZAN, "Event-Sign given twice");
      }
      return switch (pushes.open(signs.isEmpty() ? null : signs.getFirst(), body.get())) {
        case Opened.Authentic push -> door.store(event(push));
        case Opened.Refused refused -> door.refused(Source.YOUZAN, refused.why());
      };
    } catch (IOException broken) {
      return Answer.UNREADABLE;
    }
  }

  private static InboundEvent event(Opened.Authentic push) {
    var hash = DigestUtils.sha256Hex(push.body());
    var about = push.tid() == null ? hash : push.tid();
    return new InboundEvent(
        Source.YOUZAN, push.type(), "youzan:" + about, "youzan:" + hash, push.body(), push.at());
  }
}
