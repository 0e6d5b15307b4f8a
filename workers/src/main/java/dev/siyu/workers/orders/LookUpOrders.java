package dev.siyu.workers.orders;

import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.customers.Stage;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.orders.Orders;
import dev.siyu.workers.JourneySettings;
import dev.siyu.workers.Steps;
import dev.siyu.workers.TouchEndings;
import dev.siyu.workers.wecom.TagTouches;
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
    help = "给出仍有效的首单：orderId、paidAt、afterSaleUntil；没有则为空；有首单时可同时打标签、变更阶段",
    color = "#8e6bbf")
final class LookUpOrders implements JobWork<LookUpOrders.Input> {

  record Input(
      String customerId,
      String staffId,
      String entry,
      @Nullable Integer round,
      @Header(
              label = "有首单则打上",
              labelEn = "Add when there is one",
              help = "用逗号分隔的标签",
              optional = true)
          @Nullable String add,
      @Header(label = "并去掉", labelEn = "And remove", help = "用逗号分隔", optional = true)
          @Nullable String remove,
      @Header(
              label = "并进入阶段",
              labelEn = "And move to stage",
              choices = {"SEED", "FIRST_ORDER", "REPURCHASE", "CORE", "DORMANT", "LOST"},
              optional = true)
          @Nullable Stage stage,
      @Header(label = "阶段原因", labelEn = "Reason", help = "写入客户时间线", optional = true)
          @Nullable String reason) {}

  private final Orders orders;
  private final JourneySettings settings;
  private final Customers customers;
  private final TagTouches tags;
  private final TouchEndings endings;

  LookUpOrders(
      Orders orders,
      JourneySettings settings,
      Customers customers,
      TagTouches tags,
      TouchEndings endings) {
    this.orders = orders;
    this.settings = settings;
    this.customers = customers;
    this.tags = tags;
    this.endings = endings;
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
    var marked = standing.firstOrderId() == null ? JobOutcome.done() : mark(in, job);
    if (!(marked instanceof JobOutcome.Done)) {
      return marked;
    }
    var paidAt = standing.firstPaidAt();
    var facts = new HashMap<String, @Nullable Object>();
    facts.put("orderId", standing.firstOrderId());
    facts.put("paidAt", text(paidAt));
    facts.put("afterSaleUntil", text(paidAt == null ? null : paidAt.plus(settings.afterSale())));
    return done(facts);
  }

  private JobOutcome mark(Input in, JobContext job) {
    var key = Steps.key(in.customerId(), in.entry(), in.round(), job);
    if (in.stage() != null) {
      var reason = in.reason() == null ? in.stage().name() : in.reason();
      customers.moveTo(key.customer(), in.stage(), job.now(), reason);
    }
    return in.add() == null
        ? JobOutcome.done()
        : endings.silentEnding(tags.mark(key, in.staffId(), in.add(), in.remove(), job), job);
  }

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }

  @SuppressWarnings("NullAway") // null is an answer here: the drawing asks orderId = null
  private static JobOutcome done(Map<String, @Nullable Object> facts) {
    return new JobOutcome.Done(facts);
  }
}
