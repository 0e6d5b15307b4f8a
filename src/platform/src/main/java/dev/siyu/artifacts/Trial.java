package dev.siyu.artifacts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an expression makes of example data, as the engine would compute it. */
public sealed interface Trial {

  /**
   * @param value as text, null for FEEL's null
   */
  record Answer(@Nullable String value) implements Trial {}

  record Refused(Objection objection) implements Trial {}

  /**
   * @param expression with or without the leading {@code =}
   * @param example variables by name, with values as JSON has them
   */
  static Trial of(String expression, Map<String, Object> example) {
    var wrong = Feel.problem(expression);
    if (wrong.isPresent()) {
      return new Refused(
          switch (wrong.get()) {
            case UNBOUNDED ->
                new Objection(
                    "SIYU-3620",
                    "表达式过长、带循环，或用了 now()",
                    "the expression is unbounded or uses now()");
            case UNREADABLE -> new Objection("SIYU-3621", "这不是 FEEL 表达式", "this is not FEEL");
          });
    }
    var text = expression.startsWith("=") ? expression.substring(1) : expression;
    var result = Feel.ENGINE.evaluateExpression(text, example);
    if (!result.isSuccess()) {
      var why = result.failure().message();
      return new Refused(new Objection("SIYU-3622", "算不出：" + why, "no result: " + why));
    }
    var value = result.result();
    return new Answer(value == null ? null : value.toString());
  }
}
