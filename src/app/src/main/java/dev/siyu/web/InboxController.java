package dev.siyu.web;

import dev.siyu.inbox.InboxDesk;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Events from outside, above all those that could not be applied. */
@RestController
class InboxController {

  private static final Logger log = LoggerFactory.getLogger(InboxController.class);

  enum State {
    NEW,
    DONE,
    FAILED
  }

  record Item(
      String id,
      String source,
      String type,
      String subject,
      String state,
      int attempts,
      @Nullable String note,
      Instant occurredAt,
      Instant receivedAt) {

    static Item of(InboxDesk.Item from) {
      return new Item(
          "" + from.id(),
          from.source().name(),
          from.type(),
          from.subject(),
          from.state(),
          from.attempts(),
          from.note(),
          from.occurredAt(),
          from.receivedAt());
    }
  }

  private final InboxDesk desk;

  InboxController(InboxDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/api/inbox")
  Rows.Page<Item> list(
      @RequestParam(defaultValue = "FAILED") State state,
      @RequestParam(required = false) @Nullable Long cursor,
      @RequestParam(defaultValue = "50") int limit) {
    var rows = desk.list(state.name(), cursor, Rows.limit(limit) + 1);
    return Rows.page(rows.stream().map(Item::of).toList(), limit, Item::id);
  }

  @PostMapping("/api/inbox/{id}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void retry(@PathVariable long id, Authentication who) {
    if (!desk.retry(id)) {
      throw Problem.CONFLICT.failure("event " + id + " is not in state FAILED (any more)");
    }
    log.info("{} had inbox event {} tried again", who.getName(), id);
  }
}
