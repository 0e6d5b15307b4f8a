package dev.siyu.inbox;

import java.util.concurrent.CompletableFuture;

/** Stores what came in before anybody acts on it. */
public interface Inbox {

  enum Receipt {
    STORED,
    /** Seen before; nothing happens again. */
    DUPLICATE,
    /** The same dedupe key with another body: kept aside for a person, never applied. */
    CONFLICT
  }

  /** Completes when the event is committed; the sender may be answered then. */
  CompletableFuture<Receipt> receive(InboundEvent event);
}
