package dev.siyu.workers.journeys;

import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.journeys.JourneyStep;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts the next journey of a customer with the facts collected in this one. */
@Component
@JourneyStep(
    name = "移交旅程",
    nameEn = "Hand over",
    help = "通知下一段旅程开始，并带上已有事实（订单、净消费）",
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
              choices = {"first-order-wanted", "repurchase-wanted"})
          String message) {

    /** What the next journey is told; what is not known is left out. */
    Map<String, Object> facts(JobContext job) {
      var facts = new HashMap<String, Object>();
      facts.put("customerId", customerId);
      facts.put("entry", entry);
      facts.put("at", job.now().toString());
      putIfKnown(facts, "staffId", staffId);
      putIfKnown(facts, "channel", channel);
      putIfKnown(facts, "orderId", orderId);
      putIfKnown(facts, "paidAt", paidAt);
      putIfKnown(facts, "netCents", netCents);
      return facts;
    }

    private static void putIfKnown(Map<String, Object> facts, String name, @Nullable Object fact) {
      if (fact != null) {
        facts.put(name, fact);
      }
    }
  }

  private final JourneyMessages messages;

  HandOver(JourneyMessages messages) {
    this.messages = messages;
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
    var once = in.message() + ":" + in.customerId() + ":" + in.entry();
    messages.announce(
        List.of(
            new Announcement(once, in.message(), in.customerId(), Duration.ZERO, in.facts(job))));
    return JobOutcome.done();
  }
}
