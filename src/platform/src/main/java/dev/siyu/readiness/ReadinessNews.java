package dev.siyu.readiness;

import dev.siyu.drawn.Messages;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the journey readiness-check what people did, in the transaction in which they did it. */
@Component
class ReadinessNews {

  private final JourneyMessages messages;
  private final ReadinessSettings settings;
  private final Clock clock;

  ReadinessNews(JourneyMessages messages, ReadinessSettings settings, Clock clock) {
    this.messages = messages;
    this.settings = settings;
    this.clock = clock;
  }

  void opened(int version) {
    tell(
        version,
        1,
        Messages.READINESS_OPENED,
        Duration.ZERO,
        Map.of("readinessKey", Sheets.key(version)));
  }

  void filled(int version, int revision) {
    tell(version, revision, Messages.READINESS_FILLED, settings.messageWait(), Map.of());
  }

  /** APPROVED, REJECTED, EXPIRED or WITHDRAWN (then it is filled in again). */
  void decided(int version, int revision, String decision) {
    tell(
        version,
        revision,
        Messages.READINESS_DECIDED,
        settings.messageWait(),
        Map.of("decision", decision));
  }

  void withdrawn(int version, int revision) {
    tell(version, revision, Messages.READINESS_WITHDRAWN, settings.messageWait(), Map.of());
  }

  private void tell(
      int version, int revision, String message, Duration wait, Map<String, Object> facts) {
    var variables = new HashMap<>(facts);
    variables.put("at", clock.instant().toString());
    var key = Sheets.key(version);
    messages.announce(
        List.of(
            new Announcement(message + ":" + key + ":" + revision, message, key, wait, variables)));
  }
}
