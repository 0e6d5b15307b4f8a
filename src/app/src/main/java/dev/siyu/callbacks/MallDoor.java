package dev.siyu.callbacks;

import dev.siyu.inbox.InboundEvent;
import dev.siyu.inbox.InboundEvent.Source;
import dev.siyu.mall.MallWebhooks;
import dev.siyu.mall.MallWebhooks.Opened;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the mall reports orders, refunds and used coupons. */
@RestController
@EnableConfigurationProperties(CallbackSettings.class)
class MallDoor {

  private final MallWebhooks webhooks;
  private final Door door;

  MallDoor(MallWebhooks webhooks, Door door) {
    this.webhooks = webhooks;
    this.door = door;
  }

  @PostMapping("/callbacks/mall")
  ResponseEntity<byte[]> event(HttpServletRequest request) {
    var started = door.start();
    return door.measured(started, Source.MALL, answer(request)).response();
  }

  private Answer answer(HttpServletRequest request) {
    try {
      var body = Body.read(request, door.largestBody());
      if (body.isEmpty()) {
        return Answer.TOO_LARGE;
      }
      var opened =
          webhooks.open(
              single(request, "webhook-id"),
              single(request, "webhook-timestamp"),
              single(request, "webhook-signature"),
              body.get());
      return switch (opened) {
        case Opened.Authentic event -> door.store(event(event));
        case Opened.Refused refused -> door.refused(Source.MALL, refused.why());
      };
    } catch (IOException broken) {
      return Answer.UNREADABLE;
    }
  }

  /** Null when the header is missing or given twice: two readers could take different ones. */
  private static @Nullable String single(HttpServletRequest request, String name) {
    var values = Collections.list(request.getHeaders(name));
    return values.size() == 1 ? values.getFirst() : null;
  }

  private static InboundEvent event(Opened.Authentic event) {
    return new InboundEvent(
        Source.MALL, event.type(), event.subject(), "mall:" + event.id(), event.body(), event.at());
  }
}
