package dev.siyu.artifacts;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.impl.JavaValueMapper;

/** The expression language of the engine, kept small enough that nothing drawn can overload it. */
public final class Feel {

  /** The longest wait an expression may name. */
  public static final int MAX_DAYS = 400;

  static final int LONGEST = 1_000;
  private static final Pattern DURATION = Pattern.compile("duration\\(\\s*\"([^\"]*)\"\\s*\\)");
  private static final int DEEPEST = 12;

  private static final Pattern CLOCK = Pattern.compile("(?s).*\\b(now|today)\\s*\\(.*");
  private static final Pattern UNBOUNDED =
      Pattern.compile("(?is).*(\\bfor\\b.*\\bin\\b|\\bfunction\\s*\\(|\\.\\.|\\bexternal\\b).*");
  private static final Pattern BUILDERS =
      Pattern.compile(
          "(?is).*\\b(string join|concatenate|replace|matches|split|sort|product)\\s*\\(.*");
  static final FeelEngineApi ENGINE =
      new FeelEngineApi(new FeelEngine.Builder().customValueMapper(new JavaValueMapper()).build());

  /** What is wrong with an expression. */
  public enum Wrong {
    /** It may run for long, or asks the broker's clock. */
    UNBOUNDED,
    /** The engine cannot read it. */
    UNREADABLE
  }

  /** With or without the leading {@code =}. */
  public static Optional<Wrong> problem(String expression) {
    var text = expression.startsWith("=") ? expression.substring(1) : expression;
    if (!isBounded(text)) {
      return Optional.of(Wrong.UNBOUNDED);
    }
    return ENGINE.parseExpression(text).isSuccess()
        ? Optional.empty()
        : Optional.of(Wrong.UNREADABLE);
  }

  /** The cell of a decision table that a value is held against. */
  static Optional<Wrong> problemOfTest(String test) {
    if (!isBounded(test)) {
      return Optional.of(Wrong.UNBOUNDED);
    }
    return test.isBlank() || test.equals("-") || ENGINE.parseUnaryTests(test).isSuccess()
        ? Optional.empty()
        : Optional.of(Wrong.UNREADABLE);
  }

  private static boolean isBounded(String text) {
    var words = outsideQuotes(text);
    return text.length() <= LONGEST
        && depth(text) <= DEEPEST
        && !CLOCK.matcher(text).matches()
        && !UNBOUNDED.matcher(words).matches()
        && !BUILDERS.matcher(words).matches()
        && hasSensibleDurations(text);
  }

  /** Every duration written out lies between 0 and {@link #MAX_DAYS} days. */
  private static boolean hasSensibleDurations(String expression) {
    return DURATION
        .matcher(expression)
        .results()
        .allMatch(
            found ->
                duration(found.group(1))
                    .filter(length -> !length.isNegative() && length.toDays() <= MAX_DAYS)
                    .isPresent());
  }

  /** An ISO duration; a month counts 31 days, a year twelve months. */
  public static Optional<Duration> duration(String text) {
    try {
      if (text.matches("-?P\\d+[YMW].*") && !text.contains("T")) {
        var period = Period.parse(text);
        return Optional.of(Duration.ofDays(period.toTotalMonths() * 31L + period.getDays()));
      }
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static String outsideQuotes(String text) {
    return text.replaceAll("\"[^\"]*\"", "\"\"");
  }

  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
        case ')', ']', '}' -> depth--;
        default -> {
          continue;
        }
      }
    }
    return deepest;
  }

  private Feel() {}
}
