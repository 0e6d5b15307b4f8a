package dev.siyu.workers.journeys;

import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.customers.Stage;
import dev.siyu.drawn.JobTypes;
import dev.siyu.drawn.Messages;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.journeys.JourneyStep;
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
@JourneyStep(
    name = "移交旅程",
    nameEn = "Hand over",
    help = "通知下一段旅程开始，并带上已有事实（订单、净消费）；需要时同时变更阶段",
    color = "#5b8c5a")
final class HandOver implements JobWork<HandOver.Input> {

  record Input(
      String customerId,
      @Nullable String staffId,
      @Nullable String channel,
      String entry,
      @Nullable String orderId,
      @Nullable String paidAt,
      @Nullable Long netCents,
      @Header(
              label = "下一段旅程",
              labelEn = "Next journey",
              choices = {"first-order-wanted", "repurchase-wanted", "customer-dormant"})
          String message,
      @Header(
              label = "同时进入阶段",
              labelEn = "Stage as well",
              choices = {"SEED", "FIRST_ORDER", "REPURCHASE", "CORE", "DORMANT", "LOST"},
              optional = true)
          @Nullable Stage stage,
      @Header(label = "阶段原因", labelEn = "Reason", help = "写入客户时间线", optional = true)
          @Nullable String reason) {

    /**
     * The entry of the next journey. Who falls asleep may come back to journeys they went through
     * before; their touches there are new ones, so the entry carries the day of falling asleep.
     */
    String nextEntry(JobContext job) {
      return message.equals(Messages.CUSTOMER_DORMANT)
          ? entry.split("-", 2)[0] + "-" + DAY.format(job.now())
          : entry;
    }

    /** What the next journey is told; what is not known is left out. */
    Map<String, Object> facts(JobContext job) {
      var facts = new HashMap<String, Object>();
      facts.put("customerId", customerId);
      facts.put("entry", nextEntry(job));
      facts.put("at", job.now().toString());
      putIfKnown(facts, "staffId", staffId);
      putIfKnown(facts, "channel", channel);
      if (!message.equals(Messages.CUSTOMER_DORMANT)) {
        putIfKnown(facts, "orderId", orderId);
        putIfKnown(facts, "paidAt", paidAt);
      }
      putIfKnown(facts, "netCents", netCents);
      return facts;
    }

    private static void putIfKnown(Map<String, Object> facts, String name, @Nullable Object fact) {
      if (fact != null) {
        facts.put(name, fact);
      }
    }
  }

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final JourneyMessages messages;
  private final Customers customers;

  HandOver(JourneyMessages messages, Customers customers) {
    this.messages = messages;
    this.customers = customers;
  }

  @Override
  public String type() {
    return JobTypes.HAND_OVER;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    if (in.stage() != null) {
      var reason = in.reason() == null ? in.message() : in.reason();
      customers.moveTo(new CustomerId(in.customerId()), in.stage(), job.now(), reason);
    }
    var once = in.message() + ":" + in.customerId() + ":" + in.nextEntry(job);
    messages.announce(
        List.of(
            new Announcement(once, in.message(), in.customerId(), Duration.ZERO, in.facts(job))));
    return JobOutcome.done();
  }
}
