package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.BPMN;
import static dev.siyu.journeys.DrawingRule.error;

import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** How a drawing may wait: never for ever, and by dates that no restart moves. */
final class WaitRules {

  /** A duration would be counted by the broker's clock, which starts anew with the broker. */
  static final DrawingRule TIMERS_ARE_DATES =
      drawing ->
          drawing.all(BPMN, "timerEventDefinition").stream()
              .filter(timer -> !isDate(timer))
              .map(
                  timer ->
                      error(
                          drawing.ownerId(timer),
                          "absolute-timer",
                          "定时要写成日期，例如 =date and time(at) + duration(\"P3D\") / a timer must be a"
                              + " date based on a variable"))
              .toList();

  static final DrawingRule EVERY_WAIT_ENDS =
      drawing -> {
        var alone =
            drawing.all(BPMN, "intermediateCatchEvent").stream()
                .filter(event -> Drawing.has(event, BPMN, "messageEventDefinition"))
                .filter(
                    event ->
                        drawing.before(event).stream()
                            .noneMatch(b -> b.getLocalName().equals("eventBasedGateway")));
        var gateways =
            drawing.all(BPMN, "eventBasedGateway").stream()
                .filter(
                    gateway ->
                        drawing.next(gateway).stream()
                            .noneMatch(e -> Drawing.has(e, BPMN, "timerEventDefinition")));
        var people =
            drawing.all(BPMN, "userTask").stream()
                .filter(task -> drawing.deadlinesOf(task).isEmpty());
        return Stream.of(alone, gateways, people)
            .flatMap(waits -> waits)
            .map(
                element ->
                    error(
                        element.getAttribute("id"),
                        "deadline",
                        "等待必须有期限：用事件网关并加一个定时，人工任务加中断的定时边界事件 / a wait needs a deadline"))
            .toList();
      };

  static final List<DrawingRule> ALL = List.of(TIMERS_ARE_DATES, EVERY_WAIT_ENDS);

  private static boolean isDate(Element timer) {
    return Drawing.children(timer).stream()
        .anyMatch(
            child ->
                child.getLocalName().equals("timeDate")
                    && child.getTextContent().strip().startsWith("=")
                    && child.getTextContent().contains("date and time("));
  }

  private WaitRules() {}
}
