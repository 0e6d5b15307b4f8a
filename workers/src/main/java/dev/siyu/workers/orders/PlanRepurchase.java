package dev.siyu.workers.orders;

import dev.siyu.customers.Customer;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.drawn.JobTypes;
import dev.siyu.engine.Header;
import dev.siyu.engine.JobContext;
import dev.siyu.engine.JobOutcome;
import dev.siyu.engine.JobWork;
import dev.siyu.journeys.JourneyStep;
import dev.siyu.orders.Purchases;
import dev.siyu.workers.Steps;
import dev.siyu.workers.TouchEndings;
import dev.siyu.workers.wecom.TagTouches;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans a customer's next purchase: wait until a moment, offer now, or let them rest. */
@Component
@JourneyStep(
    name = "规划复购",
    nameEn = "Plan repurchase",
    help = "按客户自己的消费周期给出 plan（REPEAT 首次复购，可同时打标签；WAIT 等到 offerAt、OFFER 现在推荐、DORMANT 沉睡）",
    color = "#8e6bbf",
    endsBy = "plan")
final class PlanRepurchase implements JobWork<PlanRepurchase.Input> {

  record Input(
      String customerId,
      @Nullable String staffId,
      String entry,
      @Nullable String plan,
      @Nullable String offerAt,
      @Nullable String basedOn,
      @Nullable Integer silent,
      @Nullable Integer round,
      @Nullable Boolean repeat,
      @Header(
              label = "首次复购时打上",
              labelEn = "Add at the second purchase",
              help = "用逗号分隔的标签",
              optional = true)
          @Nullable String add,
      @Header(label = "并去掉", labelEn = "And remove", help = "用逗号分隔", optional = true)
          @Nullable String remove) {

    RepurchasePlan.State before() {
      return new RepurchasePlan.State(
          plan == null ? null : RepurchasePlan.Step.valueOf(plan),
          offerAt == null ? null : Instant.parse(offerAt),
          basedOn == null ? null : Instant.parse(basedOn),
          silent == null ? 0 : silent,
          round == null ? 0 : round,
          repeat != null && repeat);
    }
  }

  private final Customers customers;
  private final Purchases purchases;
  private final RepurchaseSettings settings;
  private final TagTouches tags;
  private final TouchEndings endings;

  PlanRepurchase(
      Customers customers,
      Purchases purchases,
      RepurchaseSettings settings,
      TagTouches tags,
      TouchEndings endings) {
    this.customers = customers;
    this.purchases = purchases;
    this.settings = settings;
    this.tags = tags;
    this.endings = endings;
  }

  @Override
  public String type() {
    return JobTypes.PLAN_REPURCHASE;
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public JobOutcome work(Input in, JobContext job) {
    var id = new CustomerId(in.customerId());
    var customer = customers.find(id).orElse(null);
    if (customer == null) {
      return new JobOutcome.NeedsPerson("SIYU-4120", "no customer " + id);
    }
    var story = purchases.story(id);
    var shopCycle = purchases.shopCycle(job.now());
    var facts = new RepurchasePlan.Facts(story, shopCycle, customer.zone(), job.now());
    var next = RepurchasePlan.next(in.before(), facts, settings);
    var marked = marked(in, next, job);
    return marked instanceof JobOutcome.Done
        ? done(variables(next, story.netCents(), customer))
        : marked;
  }

  private JobOutcome marked(Input in, RepurchasePlan.State next, JobContext job) {
    if (next.step() != RepurchasePlan.Step.REPEAT || in.add() == null || in.staffId() == null) {
      return JobOutcome.done();
    }
    var key = Steps.key(in.customerId(), in.entry(), next.round(), job);
    return endings.silentEnding(tags.mark(key, in.staffId(), in.add(), in.remove(), job), job);
  }

  /** With whose contact the customer is now: a hand-over may have changed it while we waited. */
  private static Map<String, @Nullable Object> variables(
      RepurchasePlan.State next, long netCents, Customer customer) {
    var variables = new HashMap<String, @Nullable Object>();
    variables.put("plan", String.valueOf(next.step()));
    variables.put("offerAt", text(next.offerAt()));
    variables.put("basedOn", text(next.basedOn()));
    variables.put("silent", next.silent());
    variables.put("round", next.round());
    variables.put("repeat", next.repeat());
    variables.put("netCents", netCents);
    variables.put("couponCode", null);
    if (customer.staffUserId() != null) {
      variables.put("staffId", customer.staffUserId());
    }
    return variables;
  }

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }

  @SuppressWarnings("NullAway") // null is an answer here: no moment, no coupon of this round yet
  private static JobOutcome done(Map<String, @Nullable Object> facts) {
    return new JobOutcome.Done(facts);
  }
}
