package dev.siyu.workers.orders;

import dev.siyu.customers.CustomerId;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.orders.Orders;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says after the after-sale period (售后期) whether an order was kept and what it brought. */
@Component
@JourneyStep(
    name = "核算首单",
    nameEn = "Assess first order",
    help = "给出 kept（是否还有未退的订单）与 netCents（净消费，分）",
    color = "#8e6bbf")
final class AssessFirstOrder implements JobWork<AssessFirstOrder.Input> {

  record Input(String customerId) {}

  private final Orders orders;

  AssessFirstOrder(Orders orders) {
    this.orders = orders;
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
    return new JobOutcome.Done(Map.of("kept", kept, "netCents", standing.netCents()));
  }
}
