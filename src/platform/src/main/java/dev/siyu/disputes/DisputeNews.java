package dev.siyu.disputes;

import dev.siyu.drawn.Messages;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the journey dispute what people did, in the transaction in which they did it. */
@Component
class DisputeNews {

  private final JourneyMessages messages;
  private final DisputeSettings settings;
  private final Clock clock;

  DisputeNews(JourneyMessages messages, DisputeSettings settings, Clock clock) {
    this.messages = messages;
    this.settings = settings;
    this.clock = clock;
  }

  void opened(String key) {
    tell(key, Messages.DISPUTE_OPENED, Duration.ZERO, Map.of("disputeKey", key));
  }

  /** Everybody who was asked has answered, or nobody had to be. */
  void answered(String key) {
    tell(key, Messages.DISPUTE_ANSWERED, settings.messageWait(), Map.of());
  }

  void decided(String key, Disputes.State state) {
    tell(key, Messages.DISPUTE_DECIDED, settings.messageWait(), Map.of("decision", state.name()));
  }

  void withdrawn(String key) {
    tell(key, Messages.DISPUTE_WITHDRAWN, settings.messageWait(), Map.of());
  }

  private void tell(String key, String message, Duration wait, Map<String, Object> facts) {
    var variables = new HashMap<>(facts);
    variables.put("at", clock.instant().toString());
    messages.announce(
        List.of(new Announcement(message + ":" + key, message, key, wait, variables)));
  }
}
