package dev.siyu.workers.journeys;

import dev.siyu.customers.Stage;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
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

    NextJourney.Facts facts() {
      return new NextJourney.Facts(customerId, staffId, channel, entry, orderId, paidAt, netCents);
    }
  }

  private final NextJourney next;

  HandOver(NextJourney next) {
    this.next = next;
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
    next.start(in.message(), in.facts(), in.stage(), in.reason(), job);
    return JobOutcome.done();
  }
}
