package dev.siyu.selections;

import dev.siyu.drawn.Messages;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells the journey product-selection what people did, in the transaction in which they did it. */
@Component
class SelectionNews {

  private final JourneyMessages messages;
  private final SelectionSettings settings;
  private final Clock clock;
  private final ZoneId zone;

  SelectionNews(
      JourneyMessages messages,
      SelectionSettings settings,
      Clock clock,
      @Value("${siyu.zone:Asia/Shanghai}") ZoneId zone) {
    this.messages = messages;
    this.settings = settings;
    this.clock = clock;
    this.zone = zone;
  }

  /** It takes effect at the first moment of its day in the shop's zone. */
  void opened(long round, LocalDate effectiveOn, int reviewWeeks) {
    tell(
        round,
        1,
        Messages.SELECTION_OPENED,
        Duration.ZERO,
        Map.of(
            "selectionKey", Rounds.key(round),
            "effectiveAt", start(effectiveOn),
            "reviewAt", start(effectiveOn.plusWeeks(reviewWeeks))));
  }

  void submitted(long round, int revision) {
    tell(round, revision, Messages.SELECTION_SUBMITTED, settings.messageWait(), Map.of());
  }

  /** APPROVED, REJECTED, EXPIRED or WITHDRAWN (then products are chosen anew). */
  void decided(long round, int revision, String decision) {
    tell(
        round,
        revision,
        Messages.SELECTION_DECIDED,
        settings.messageWait(),
        Map.of("decision", decision));
  }

  void reviewed(long round, int revision, long replaced) {
    tell(
        round,
        revision,
        Messages.SELECTION_REVIEWED,
        settings.messageWait(),
        Map.of("replaced", replaced));
  }

  void withdrawn(long round, int revision) {
    tell(round, revision, Messages.SELECTION_WITHDRAWN, settings.messageWait(), Map.of());
  }

  private String start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toString();
  }

  private void tell(
      long round, int revision, String message, Duration wait, Map<String, Object> facts) {
    var variables = new HashMap<>(facts);
    variables.put("at", clock.instant().toString());
    var key = Rounds.key(round);
    messages.announce(
        List.of(
            new Announcement(message + ":" + key + ":" + revision, message, key, wait, variables)));
  }
}
