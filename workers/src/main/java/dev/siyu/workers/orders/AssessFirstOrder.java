package dev.siyu.workers.orders;

import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Stage;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.orders.Orders;
import dev.siyu.workers.journeys.NextJourney;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says after the after-sale period (售后期) whether an order was kept and what it brought. */
@Component
@JourneyStep(
    name = "核算首单",
    nameEn = "Assess first order",
    help = "给出 kept（是否还有未退的订单）与 netCents（净消费，分）；留存时可同时移交下一段旅程",
    color = "#8e6bbf")
final class AssessFirstOrder implements JobWork<AssessFirstOrder.Input> {

  record Input(
      String customerId,
      @Nullable String staffId,
      @Nullable String channel,
      String entry,
      @Nullable String orderId,
      @Nullable String paidAt,
      @Header(
              label = "留存则移交",
              labelEn = "Hand over when kept",
              choices = {"repurchase-wanted"},
              optional = true)
          @Nullable String message,
      @Header(
              label = "同时进入阶段",
              labelEn = "Stage as well",
              choices = {"SEED", "FIRST_ORDER", "REPURCHASE", "CORE", "DORMANT", "LOST"},
              optional = true)
          @Nullable Stage stage,
      @Header(label = "阶段原因", labelEn = "Reason", help = "写入客户时间线", optional = true)
          @Nullable String reason) {

    NextJourney.Facts facts(long netCents) {
      return new NextJourney.Facts(customerId, staffId, channel, entry, orderId, paidAt, netCents);
    }
  }

  private final Orders orders;
  private final NextJourney next;

  AssessFirstOrder(Orders orders, NextJourney next) {
    this.orders = orders;
    this.next = next;
  }

  @Override
  public String type() {
    return JobTypes.ASSESS_FIRST_ORDER;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var standing = orders.standing(new CustomerId(in.customerId()));
    var kept = standing.firstOrderId() != null;
    if (kept && in.message() != null) {
      next.start(in.message(), in.facts(standing.netCents()), in.stage(), in.reason(), job);
    }
    return new JobOutcome.Done(Map.of("kept", kept, "netCents", standing.netCents()));
  }
}
