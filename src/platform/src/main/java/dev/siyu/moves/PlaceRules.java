package dev.siyu.moves;

import dev.siyu.journeys.DrawingPlan;
import dev.siyu.journeys.DrawingPlan.Node;
import dev.siyu.moves.Moves.Said;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a run may leave and where it may go; the engine can begin nowhere else. */
final class PlaceRules {

  /** From where to where; the drawings around them decide as well. */
  record Step(DrawingPlan from, Node at, DrawingPlan to, Node then) {}

  private record Rule(Said why, Check check) {}

  @FunctionalInterface
  private interface Check {
    boolean breaks(Step step);
  }

  private static final Set<String> NO_BEGINNING =
      Set.of("subProcess", "callActivity", "intermediateThrowEvent", "endEvent");

  private static final List<Rule> ALL =
      List.of(
          rule(
              "有并行分支要汇合，引擎看不到已到达的分支",
              "parallel branches join here, and the engine does not show which have arrived",
              step -> step.from().joins() || step.to().joins()),
          rule("在事件子流程里", "inside an event sub-process", step -> step.at().inEventScope()),
          rule("是多实例步骤", "a multi-instance step", step -> step.at().repeated()),
          rule(
              "正在调用另一段旅程",
              "another journey is being called",
              step -> is(step.at(), "callActivity")),
          rule(
              "自动步骤只能对应它自己，否则同一条消息可能再发一次",
              "a step with a job can only go to itself, else one touch could go out twice",
              step -> step.at().isWork() && !step.at().id().equals(step.then().id())),
          rule(
              "等待不能对应到自动步骤，它会立刻执行",
              "a wait cannot go to a step with a job, which would run at once",
              step -> !step.at().isWork() && step.then().isWork()),
          rule(
              "目标在事件子流程里",
              "the target is in an event sub-process",
              step -> step.then().inEventScope()),
          rule("目标是多实例步骤", "the target is multi-instance", step -> step.then().repeated()),
          rule(
              "目标紧跟在事件网关后，应选网关本身",
              "the target stands behind an event gateway, choose the gateway",
              step -> step.then().raced()),
          rule("旅程不能从目标开始", "no run can begin at the target", step -> isNoBeginning(step.then())));

  private static boolean isNoBeginning(Node node) {
    return NO_BEGINNING.contains(node.type());
  }

  private static boolean is(Node node, String type) {
    return node.type().equals(type);
  }

  private static Rule rule(String zh, String en, Check check) {
    return new Rule(new Said(zh, en), check);
  }

  /** Why a run at an element cannot go to the target; empty when it can. */
  static Optional<Said> refusal(
      DrawingPlan from, String at, DrawingPlan to, @Nullable String then) {
    var here = from.node(at);
    var there = then == null ? Optional.<Node>empty() : to.node(then);
    if (here.isEmpty() || there.isEmpty()) {
      return Optional.of(new Said("新版本里没有对应的步骤", "there is no such step in the other version"));
    }
    var step = new Step(from, here.get(), to, there.get());
    return ALL.stream().filter(rule -> rule.check().breaks(step)).map(Rule::why).findFirst();
  }

  /** Whether the engine's own migration takes it (8.5): jobs and people's tasks, nothing around. */
  static boolean isMigratable(DrawingPlan from, String at, DrawingPlan to, String then) {
    var here = from.node(at);
    var there = to.node(then);
    return here.isPresent()
        && there.isPresent()
        && !from.eventScopes()
        && !to.eventScopes()
        && Set.of("serviceTask", "userTask").contains(here.get().type())
        && here.get().type().equals(there.get().type())
        && here.get().scopes().equals(there.get().scopes())
        && here.get().edges().isEmpty()
        && there.get().edges().isEmpty()
        && here.get().scopes().isEmpty();
  }

  private PlaceRules() {}
}
