package dev.siyu.content;

import dev.siyu.drawn.Messages;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JourneyMessages;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells the content pipeline what people did, in the transaction in which they did it. One run per
 * version; the pipeline reminds and measures, it never stands in the way of the desk.
 */
@Component
class PipelineNews {

  private final JourneyMessages messages;
  private final ContentSettings settings;
  private final Clock clock;

  PipelineNews(JourneyMessages messages, ContentSettings settings, Clock clock) {
    this.messages = messages;
    this.settings = settings;
    this.clock = clock;
  }

  void planned(ContentRow row) {
    tell(
        row.seen(),
        Messages.CONTENT_PLANNED,
        Duration.ZERO,
        Map.of(
            "contentKey", round(row.seen()),
            "content", row.key(),
            "version", row.version(),
            "byPeople", !row.kind().isSentByJourneys()));
  }

  void drafted(ContentDesk.Seen seen) {
    tell(seen, Messages.CONTENT_DRAFTED, settings.messageWait(), Map.of());
  }

  /** APPROVED, REJECTED or WITHDRAWN. */
  void reviewed(ContentDesk.Seen seen, String decision) {
    tell(seen, Messages.CONTENT_REVIEWED, settings.messageWait(), Map.of("decision", decision));
  }

  void published(ContentDesk.Seen seen) {
    tell(seen, Messages.CONTENT_PUBLISHED, settings.messageWait(), Map.of());
  }

  void retired(ContentDesk.Seen seen) {
    tell(seen, Messages.CONTENT_RETIRED, settings.messageWait(), Map.of());
  }

  private void tell(
      ContentDesk.Seen seen, String message, Duration wait, Map<String, Object> facts) {
    var variables = new HashMap<>(facts);
    variables.put("at", clock.instant().toString());
    var once = message + ":" + round(seen) + ":" + seen.revision();
    messages.announce(List.of(new Announcement(once, message, round(seen), wait, variables)));
  }

  /** Names the run of a version: a piece may be measured while its next version is written. */
  private static String round(ContentDesk.Seen seen) {
    return seen.key() + ".v" + seen.version();
  }
}
