package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.BPMN;
import static dev.siyu.journeys.Drawing.ZEEBE;
import static dev.siyu.journeys.DrawingRule.error;

import dev.siyu.artifacts.Feel;
import dev.siyu.artifacts.Feel.Wrong;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Expressions: short, without loops of their own, and such that the engine can read them. */
final class FeelRules {

  static final DrawingRule EXPRESSIONS_ARE_BOUNDED =
      drawing ->
          expressions(drawing).stream()
              .flatMap(
                  expression ->
                      Feel.problem(expression.text()).stream()
                          .map(problem -> finding(drawing, expression, problem)))
              .toList();

  static final List<DrawingRule> ALL = List.of(EXPRESSIONS_ARE_BOUNDED);

  private record Expression(Element element, String text) {}

  private static Finding finding(Drawing drawing, Expression expression, Wrong wrong) {
    var id = drawing.ownerId(expression.element());
    return switch (wrong) {
      case UNBOUNDED ->
          error(
              id,
              "expression",
              "表达式过长、带循环、乘方或不支持的函数（如 now()），或时长不在 0 到 %d 天之间 / expression out of bounds"
                  .formatted(Feel.MAX_DAYS));
      case UNREADABLE ->
          error(
              id, "feel", "表达式读不懂：%s / not FEEL: %s".formatted(text(expression), text(expression)));
    };
  }

  private static String text(Expression expression) {
    var text = expression.text();
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }

  private static List<Expression> expressions(Drawing drawing) {
    var found = new ArrayList<Expression>();
    for (var name : List.of("conditionExpression", "completionCondition", "timeDate")) {
      drawing
          .all(BPMN, name)
          .forEach(e -> found.add(new Expression(e, e.getTextContent().strip())));
    }
    for (var element : drawing.all(ZEEBE, "*")) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        var value = element.getAttributes().item(i).getNodeValue();
        if (value.startsWith("=")) {
          found.add(new Expression(element, value));
        }
      }
    }
    return found;
  }

  private FeelRules() {}
}
