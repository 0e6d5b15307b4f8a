package dev.siyu.artifacts;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.impl.JavaValueMapper;

/** The expression language of the engine, kept small enough that nothing drawn can overload it. */
public final class Feel {

  /** The longest wait an expression may name. */
  public static final int MAX_DAYS = 400;

  static final int LONGEST = 1_000;
  private static final int DEEPEST = 12;
  private static final int MOST_BRACKETS = 60;

  static final FeelEngineApi ENGINE =
      new FeelEngineApi(new FeelEngine.Builder().customValueMapper(new JavaValueMapper()).build());

  /** What is wrong with an expression. */
  public enum Wrong {
    /** It may run for long, or asks the broker's clock. */
    UNBOUNDED,
    /** The engine cannot read it. */
    UNREADABLE
  }

  /** Names of the functions an expression may call; what else the engine knows is refused. */
  public static List<String> functions() {
    return FeelTree.functions();
  }

  /** With or without the leading {@code =}. */
  public static Optional<Wrong> problem(String expression) {
    var text = expression.startsWith("=") ? expression.substring(1) : expression;
    return problem(text, ENGINE::parseExpression);
  }

  /** The cell of a decision table that a value is held against. */
  static Optional<Wrong> problemOfTest(String test) {
    return test.isBlank() || test.equals("-")
        ? Optional.empty()
        : problem(test, ENGINE::parseUnaryTests);
  }

  /** Judged by what the engine itself reads, never by how it is spelt. */
  private static Optional<Wrong> problem(String text, Function<String, ParseResult> reader) {
    if (text.length() > LONGEST || isNestedTooDeep(text)) {
      return Optional.of(Wrong.UNBOUNDED);
    }
    try {
      var read = reader.apply(text);
      if (read.isFailure()) {
        return Optional.of(text.contains("..") ? Wrong.UNBOUNDED : Wrong.UNREADABLE);
      }
      return FeelTree.isBounded(read.parsedExpression().expression())
          ? Optional.empty()
          : Optional.of(Wrong.UNBOUNDED);
    } catch (StackOverflowError e) {
      return Optional.of(Wrong.UNBOUNDED);
    }
  }

  /**
   * Keeps the engine's reader, which calls itself for each bracket, out of trouble. Brackets in
   * quotes may lower the depth that is counted; that is why all of them together have a limit too.
   */
  private static boolean isNestedTooDeep(String text) {
    int depth = 0;
    int opened = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(', '[', '{' -> {
          opened++;
          if (++depth > DEEPEST || opened > MOST_BRACKETS) {
            return true;
          }
        }
        case ')', ']', '}' -> depth--;
        default -> {
          continue;
        }
      }
    }
    return false;
  }

  /** An ISO duration; a month counts 31 days, a year twelve months. */
  public static Optional<Duration> duration(String text) {
    try {
      return text.matches("-?P\\d+[YMW].*") && !text.contains("T")
          ? Optional.of(duration(Period.parse(text)))
          : Optional.of(Duration.parse(text));
    } catch (DateTimeParseException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  static Duration duration(Period period) {
    return Duration.ofDays(period.toTotalMonths() * 31L + period.getDays());
  }

  private Feel() {}
}
