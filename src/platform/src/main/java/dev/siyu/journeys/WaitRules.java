package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.BPMN;
import static dev.siyu.journeys.Drawing.ZEEBE;
import static dev.siyu.journeys.DrawingRule.error;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** How a drawing may wait: never for ever, and by dates that no restart moves. */
final class WaitRules {

  static final int MAX_EXPRESSION = 1_000;
  static final int MAX_DAYS = 400;
  private static final Pattern DURATION = Pattern.compile("duration\\(\\s*\"([^\"]*)\"\\s*\\)");

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

  static final DrawingRule EXPRESSIONS_ARE_BOUNDED =
      drawing ->
          Stream.of(
                  drawing.all(BPMN, "conditionExpression").stream()
                      .map(e -> new Expression(e, e.getTextContent())),
                  drawing.all(BPMN, "timeDate").stream()
                      .map(e -> new Expression(e, e.getTextContent())),
                  drawing.all(ZEEBE, "input").stream()
                      .map(e -> new Expression(e, e.getAttribute("source"))),
                  drawing.all(ZEEBE, "output").stream()
                      .map(e -> new Expression(e, e.getAttribute("source"))))
              .flatMap(expressions -> expressions)
              .filter(expression -> !expression.isBounded())
              .map(
                  expression ->
                      error(
                          drawing.ownerId(expression.element()),
                          "expression",
                          "表达式过长、用了 now()/today()，或时长不在 0 到 %d 天之间 / expression out of bounds"
                              .formatted(MAX_DAYS)))
              .toList();

  static final List<DrawingRule> ALL =
      List.of(TIMERS_ARE_DATES, EVERY_WAIT_ENDS, EXPRESSIONS_ARE_BOUNDED);

  private record Expression(Element element, String text) {

    boolean isBounded() {
      return text.length() <= MAX_EXPRESSION
          && !text.matches("(?s).*\\b(now|today)\\s*\\(.*")
          && DURATION.matcher(text).results().allMatch(found -> isSensible(found.group(1)));
    }
  }

  private static boolean isDate(Element timer) {
    return Drawing.children(timer).stream()
        .anyMatch(
            child ->
                child.getLocalName().equals("timeDate")
                    && child.getTextContent().strip().startsWith("=")
                    && child.getTextContent().contains("date and time("));
  }

  private static boolean isSensible(String duration) {
    try {
      var days =
          duration.matches("P\\d+[YMW].*") && !duration.contains("T")
              ? Period.parse(duration).toTotalMonths() * 31L + Period.parse(duration).getDays()
              : Duration.parse(duration).toDays();
      return !duration.startsWith("-") && days >= 0 && days <= MAX_DAYS;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private WaitRules() {}
}
