package dev.siyu.workers.orders;

import dev.siyu.customers.CustomerId;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.orders.Orders;
import dev.siyu.workers.JourneySettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a journey the customer's first order that still stands, or that there is none. */
@Component
@JourneyStep(
    name = "查询订单",
    nameEn = "Look up orders",
    help = "给出仍有效的首单：orderId、paidAt、afterSaleUntil；没有则为空",
    color = "#8e6bbf")
final class LookUpOrders implements JobWork<LookUpOrders.Input> {

  record Input(String customerId) {}

  private final Orders orders;
  private final JourneySettings settings;

  LookUpOrders(Orders orders, JourneySettings settings) {
    this.orders = orders;
    this.settings = settings;
  }

  @Override
  public String type() {
    return JobTypes.LOOK_UP_ORDERS;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var standing = orders.standing(new CustomerId(in.customerId()));
    var paidAt = standing.firstPaidAt();
    var facts = new HashMap<String, @Nullable Object>();
    facts.put("orderId", standing.firstOrderId());
    facts.put("paidAt", text(paidAt));
    facts.put("afterSaleUntil", text(paidAt == null ? null : paidAt.plus(settings.afterSale())));
    return done(facts);
  }

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }

  @SuppressWarnings("NullAway") // null is an answer here: the drawing asks orderId = null
  private static JobOutcome done(Map<String, @Nullable Object> facts) {
    return new JobOutcome.Done(facts);
  }
}
