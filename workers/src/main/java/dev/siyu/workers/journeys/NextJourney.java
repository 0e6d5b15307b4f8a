package dev.siyu.workers.journeys;

import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.customers.Stage;
import dev.siyu.drawn.Messages;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JourneyMessages;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts the next journey of a customer with the facts collected in this one, and the stage. */
@Component
public final class NextJourney {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * What is known of a customer at the end of a journey.
   *
   * @param netCents what they brought, net of refunds
   */
  public record Facts(
      String customerId,
      @Nullable String staffId,
      @Nullable String channel,
      String entry,
      @Nullable String orderId,
      @Nullable String paidAt,
      @Nullable Long netCents) {}

  private final JourneyMessages messages;
  private final Customers customers;

  NextJourney(JourneyMessages messages, Customers customers) {
    this.messages = messages;
    this.customers = customers;
  }

  /**
   * Once for each run and message, however often it is asked.
   *
   * @param reason for the customer's timeline; null = the message
   */
  public void start(
      String message, Facts facts, @Nullable Stage stage, @Nullable String reason, JobContext job) {
    if (stage != null) {
      var why = reason == null ? message : reason;
      customers.moveTo(new CustomerId(facts.customerId()), stage, job.now(), why);
    }
    var entry = entry(message, facts, job);
    var once = message + ":" + facts.customerId() + ":" + entry;
    messages.announce(
        List.of(
            new Announcement(
                once,
                message,
                facts.customerId(),
                Duration.ZERO,
                variables(message, facts, entry, job))));
  }

  /**
   * The entry of the next journey. Who falls asleep may come back to journeys they went through
   * before; their touches there are new ones, so the entry carries the day of falling asleep.
   */
  private static String entry(String message, Facts facts, JobContext job) {
    return message.equals(Messages.CUSTOMER_DORMANT)
        ? facts.entry().split("-", 2)[0] + "-" + DAY.format(job.now())
        : facts.entry();
  }

  /** What the next journey is told; what is not known is left out. */
  private static Map<String, Object> variables(
      String message, Facts facts, String entry, JobContext job) {
    var told = new HashMap<String, Object>();
    told.put("customerId", facts.customerId());
    told.put("entry", entry);
    told.put("at", job.now().toString());
    putIfKnown(told, "staffId", facts.staffId());
    putIfKnown(told, "channel", facts.channel());
    if (!message.equals(Messages.CUSTOMER_DORMANT)) {
      putIfKnown(told, "orderId", facts.orderId());
      putIfKnown(told, "paidAt", facts.paidAt());
    }
    putIfKnown(told, "netCents", facts.netCents());
    return told;
  }

  private static void putIfKnown(Map<String, Object> told, String name, @Nullable Object fact) {
    if (fact != null) {
      told.put(name, fact);
    }
  }
}
