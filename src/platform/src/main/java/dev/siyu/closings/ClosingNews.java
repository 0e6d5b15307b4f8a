package dev.siyu.closings;

import dev.siyu.drawn.Messages;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the journey settlement-month what happened, in the transaction in which it did. */
@Component
class ClosingNews {

  private final JourneyMessages messages;
  private final ClosingSettings settings;
  private final Clock clock;

  ClosingNews(JourneyMessages messages, ClosingSettings settings, Clock clock) {
    this.messages = messages;
    this.settings = settings;
    this.clock = clock;
  }

  void ended(YearMonth month) {
    tell(month, Messages.MONTH_ENDED, Duration.ZERO, Map.of("settlementMonth", month.toString()));
  }

  /** Look again now. */
  void looked(YearMonth month) {
    tell(month, Messages.MONTH_CHECK_WANTED, settings.messageWait(), Map.of());
  }

  void settled(YearMonth month) {
    tell(month, Messages.MONTH_SETTLED, settings.messageWait(), Map.of());
  }

  void answered(YearMonth month) {
    tell(month, Messages.STATEMENTS_ANSWERED, settings.messageWait(), Map.of());
  }

  /** CLOSED or REJECTED. */
  void decided(YearMonth month, String decision) {
    tell(month, Messages.MONTH_DECIDED, settings.messageWait(), Map.of("decision", decision));
  }

  void calledOff(YearMonth month) {
    tell(month, Messages.MONTH_CALLED_OFF, settings.messageWait(), Map.of());
  }

  private void tell(YearMonth month, String message, Duration wait, Map<String, Object> facts) {
    var variables = new HashMap<>(facts);
    var at = clock.instant().toString();
    variables.put("at", at);
    var key = month.toString();
    messages.announce(
        List.of(new Announcement(message + ":" + key + ":" + at, message, key, wait, variables)));
  }
}
