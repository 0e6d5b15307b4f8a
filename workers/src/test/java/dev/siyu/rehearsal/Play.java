package dev.siyu.rehearsal;

import dev.siyu.Nobody;
import dev.siyu.approvals.ApprovalSteps;
import dev.siyu.attribution.AttributionWork;
import dev.siyu.calls.CallResult;
import dev.siyu.channels.Channels;
import dev.siyu.closings.ClosingWork;
import dev.siyu.content.ContentRounds;
import dev.siyu.content.Contents;
import dev.siyu.customers.CustomerId;
import dev.siyu.customers.Customers;
import dev.siyu.disputes.DisputeWork;
import dev.siyu.drawn.Messages;
import dev.siyu.engine.Announcement;
import dev.siyu.engine.JobWork;
import dev.siyu.engine.JourneyMessages;
import dev.siyu.fission.FissionWork;
import dev.siyu.groups.GroupWork;
import dev.siyu.handovers.HandOverWork;
import dev.siyu.layers.CoreCircle;
import dev.siyu.mall.Mall;
import dev.siyu.orders.Orders;
import dev.siyu.orders.PaidOrder;
import dev.siyu.orders.Purchases;
import dev.siyu.orders.Refund;
import dev.siyu.products.Products;
import dev.siyu.readiness.ReadinessWork;
import dev.siyu.selections.SelectionWork;
import dev.siyu.tasks.StaffTasks;
import dev.siyu.touchpoints.Touchpoints;
import dev.siyu.wecom.MediaUploads;
import dev.siyu.wecom.WeCom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** One customer playing one scenario against an engine. */
final class Play implements JourneyMessages {

  final TestEngine engine;
  final CustomerId customer;
  final FakeCustomers customers = new FakeCustomers();
  final FakeShop shop = new FakeShop();
  final FakeContentRounds content = new FakeContentRounds();
  final FakeReadiness readiness = new FakeReadiness();
  final FakeSelections selections = new FakeSelections();
  final FakeClosings closings = new FakeClosings();
  final FakeWeCom weCom = new FakeWeCom();
  final FakeCoreCircle core = new FakeCoreCircle();
  final FakeFission fission;
  final FakeTouchpoints touchpoints;
  final FakeTasks tasks;
  final FakeHandOvers handOvers;
  final FakeApprovals approvals;
  final List<Announcement> announced = new ArrayList<>();
  private final JobRuns jobs;

  Play(TestEngine engine, CustomerId customer) {
    this.engine = engine;
    this.customer = customer;
    touchpoints = new FakeTouchpoints(engine.clock);
    tasks = new FakeTasks(engine.clock);
    fission = new FakeFission(engine.clock.instant());
    handOvers = new FakeHandOvers(engine.clock);
    approvals = new FakeApprovals(engine.clock);
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(Customers.class, () -> Partly.as(Customers.class, customers));
    context.registerBean(Mall.class, () -> Partly.as(Mall.class, shop));
    context.registerBean(Orders.class, () -> Partly.as(Orders.class, shop));
    context.registerBean(Purchases.class, () -> Partly.as(Purchases.class, shop));
    context.registerBean(Products.class, () -> Partly.as(Products.class, shop));
    context.registerBean(Contents.class, () -> Partly.as(Contents.class, shop));
    context.registerBean(ContentRounds.class, () -> content);
    context.registerBean(Channels.class, () -> Partly.as(Channels.class, shop));
    context.registerBean(WeCom.class, () -> Partly.as(WeCom.class, weCom));
    context.registerBean(CoreCircle.class, () -> core);
    context.registerBean(FissionWork.class, () -> fission);
    context.registerBean(
        MediaUploads.class,
        () ->
            (type, name, bytes) ->
                new CallResult.Ok<>(new MediaUploads.Uploaded("media", engine.clock.instant())));
    context.registerBean(Touchpoints.class, () -> touchpoints);
    context.registerBean(StaffTasks.class, () -> tasks);
    context.registerBean(HandOverWork.class, () -> handOvers);
    context.registerBean(ApprovalSteps.class, () -> approvals);
    context.registerBean(ReadinessWork.class, () -> readiness);
    context.registerBean(SelectionWork.class, () -> selections);
    context.registerBean(DisputeWork.class, FakeDisputes::new);
    context.registerBean(ClosingWork.class, () -> closings);
    context.registerBean(AttributionWork.class, () -> (id, now) -> approvals.reckons());
    context.registerBean(GroupWork.class, () -> new FakeGroups(touchpoints));
    context.registerBean(JourneyMessages.class, () -> this);
    context.registerBean(Clock.class, () -> engine.clock);
    context.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
    context.scan("dev.siyu.workers");
    Nobody.fill(context);
    context.refresh();
    var works = new ArrayList<JobWork<?>>();
    context.getBeansOfType(JobWork.class).values().forEach(work -> works.add(work));
    jobs = new JobRuns(engine, works);
  }

  void run(String startMessage, Scenario scenario) {
    if (scenario.answers() != null) {
      scenario.answers().forEach(touchpoints::answer);
      core.plan(scenario.answers());
      fission.plan(scenario.answers());
      scenario.answers().forEach(handOvers::answer);
      scenario.answers().forEach(approvals::answer);
      readiness.plan(scenario.answers());
      selections.plan(scenario.answers());
      closings.plan(scenario.answers());
    }
    var start = new HashMap<String, Object>();
    start.put("customerId", customer.value());
    start.put("staffId", "staff1");
    start.put("handOverId", customer.value());
    start.put("entry", "e" + customer.value().substring(1));
    start.put("welcome", "SENT");
    start.put("contentKey", customer.value());
    start.put("approvalId", customer.value());
    start.put("readinessKey", customer.value());
    start.put("selectionKey", customer.value());
    start.put("disputeKey", customer.value());
    start.put("settlementMonth", customer.value());
    start.put("groupId", customer.value());
    start.put("week", "2026-11-30");
    start.put("began", engine.clock.instant().toString());
    start.put("inviterId", 1);
    start.put("endsAt", fission.endsAt().toString());
    start.put("watchUntil", fission.watchUntil().toString());
    if (scenario.start().variables() != null) {
      scenario.start().variables().forEach((name, value) -> start.put(name, dated(value)));
    }
    start.put(
        "channel", scenario.start().channel() == null ? "direct" : scenario.start().channel());
    if (scenario.start().paidBefore() != null) {
      pay(scenario.start().paidBefore());
    }
    if (scenario.start().paidDaysAgo() != null) {
      start.put("netCents", paidBefore(scenario.start().paidDaysAgo()));
    }
    publish(startMessage, start);
    jobs.untilNoneIsLeft();
    scenario.events().forEach(this::happens);
  }

  /** "@P10D" is the moment ten days after the start. */
  private Object dated(Object value) {
    return value instanceof String text && text.startsWith("@P")
        ? engine.clock.instant().plus(Duration.parse(text.substring(1))).toString()
        : value;
  }

  private void happens(Scenario.Event event) {
    if (event.after() != null) {
      engine.pass(Duration.parse(event.after()));
    }
    if (event.message() != null) {
      publish(event.message(), when(event));
    }
    if (event.says() != null) {
      var people = new UserTaskJobs(engine);
      event.says().forEach(people::says);
    }
    var paid = event.paid();
    if (paid != null) {
      var at = pay(paid);
      tell(event, Messages.ORDER_PAID, Map.of("orderId", paid, "paidAt", at, "amountCents", 9_900));
    }
    var refunded = event.refunded();
    if (refunded != null) {
      shop.refunded(
          new Refund("m", "r-" + refunded, customer, refunded, 9_900, engine.clock.instant()));
      tell(event, Messages.ORDER_REFUNDED_FULLY, Map.of("orderId", refunded));
    }
    jobs.untilNoneIsLeft();
  }

  private Map<String, Object> when(Scenario.Event event) {
    if (event.variables() != null) {
      return event.variables();
    }
    return event.ago() == null
        ? Map.of()
        : Map.of("at", engine.clock.instant().minus(Duration.parse(event.ago())).toString());
  }

  /** Answers what was paid in all. */
  private long paidBefore(List<Integer> daysAgo) {
    var now = engine.clock.instant();
    for (int i = 0; i < daysAgo.size(); i++) {
      pay("p" + (i + 1), now.minus(Duration.ofDays(daysAgo.get(i))));
    }
    return shop.story(customer).netCents();
  }

  private String pay(String orderId) {
    return pay(orderId, engine.clock.instant());
  }

  private String pay(String orderId, Instant at) {
    shop.paid(new PaidOrder("m", orderId, customer, 9_900, 1, null, null, at));
    return at.toString();
  }

  private void tell(Scenario.Event event, String message, Map<String, Object> variables) {
    if (event.silently() == null) {
      publish(message, variables);
    }
  }

  void publish(String message, Map<String, Object> variables) {
    var all = new HashMap<>(variables);
    all.putIfAbsent("at", engine.clock.instant().toString());
    engine
        .client
        .newPublishMessageCommand()
        .messageName(message)
        .correlationKey(String.valueOf(all.getOrDefault("staffTask", customer.value())))
        .timeToLive(Duration.ZERO)
        .variables(all)
        .send()
        .join();
    engine.settle();
  }

  @Override
  public void announce(List<Announcement> announcements) {
    announced.addAll(announcements);
  }

  List<String> announcedWithOrders() {
    return announced.stream().map(a -> a.name() + orderOf(a.variables().get("orderId"))).toList();
  }

  private static String orderOf(@Nullable Object orderId) {
    return orderId == null ? "" : " " + orderId;
  }
}
