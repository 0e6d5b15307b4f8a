package dev.siyu.artifacts;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstDayTimeDuration;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.ConstYearMonthDuration;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.Multiplication;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import scala.Product;
import scala.jdk.javaapi.CollectionConverters;

/** An expression as the engine reads it, looked at for what may grow or run for long. */
final class FeelTree {

  /** Strings and lists grow by adding; a table may add up the answers of another. */
  private static final int MOST_ADDITIONS = 20;

  private static final BigDecimal MOST_DIGITS = BigDecimal.TEN;

  /** The second argument is a number of digits: a large one fills the memory. */
  private static final Set<String> ROUNDING =
      Set.of(
          "decimal",
          "floor",
          "ceiling",
          "round up",
          "round down",
          "round half up",
          "round half down");

  /** None of them loops, builds something larger than what it is given, or asks the clock. */
  private static final Set<String> HARMLESS =
      Set.of(
          "date",
          "date and time",
          "time",
          "duration",
          "years and months duration",
          "string",
          "not",
          "number",
          "is defined",
          "get or else",
          "get value",
          "substring",
          "substring before",
          "substring after",
          "string length",
          "upper case",
          "lower case",
          "contains",
          "starts with",
          "ends with",
          "list contains",
          "count",
          "min",
          "max",
          "sum",
          "mean",
          "all",
          "any",
          "abs",
          "modulo",
          "odd",
          "even",
          "day of week",
          "day of year",
          "week of year",
          "month of year",
          "last day of month");

  /** As short a text as "1e400000000" is a number that fills the memory once it is written out. */
  private static final String PLAIN_NUMBER = "-?\\d{1,18}(\\.\\d{1,18})?";

  /** Functions an expression may call, in the order of their names. */
  static List<String> functions() {
    return Stream.concat(HARMLESS.stream(), ROUNDING.stream()).sorted().toList();
  }

  static boolean isBounded(Exp root) {
    var parts = parts(root);
    return parts.stream().allMatch(FeelTree::isHarmless)
        && parts.stream().filter(Addition.class::isInstance).count() <= MOST_ADDITIONS;
  }

  private static boolean isHarmless(Exp part) {
    return switch (part) {
      case For f -> false;
      case IterationContext range -> false;
      case FunctionDefinition own -> false;
      case JavaFunctionInvocation java -> false;
      case QualifiedFunctionInvocation other -> false;
      case Exponentiation power -> false;
      case FunctionInvocation call -> isHarmless(call);
      case SomeItem some -> some.iterators().size() == 1 && !repeats(some.condition());
      case EveryItem every -> every.iterators().size() == 1 && !repeats(every.condition());
      case Filter filter -> !repeats(filter.filter());
      case ConstContext context -> !buildsOnItself(context);
      case ConstDayTimeDuration wait -> isSensible(wait.value());
      case ConstYearMonthDuration wait -> isSensible(Feel.duration(wait.value()));
      case Multiplication product -> !hasDuration(product);
      case ArithmeticNegation negated -> !hasDuration(negated);
      default -> true;
    };
  }

  private static boolean isHarmless(FunctionInvocation call) {
    var given = parts(call.params());
    if (ROUNDING.contains(call.function())) {
      return isRoundedSensibly(call);
    }
    if (call.function().equals("number")) {
      return isPlainNumber(call);
    }
    return HARMLESS.contains(call.function())
        && (!call.function().equals("duration") || given.stream().allMatch(Ref.class::isInstance));
  }

  /** The digits stand there: what a variable holds nobody knows. */
  private static boolean isPlainNumber(FunctionInvocation call) {
    return call.params() instanceof PositionalFunctionParameters given
        && given.params().size() == 1
        && given.params().head() instanceof ConstString text
        && text.value().matches(PLAIN_NUMBER);
  }

  /** The digits are written out; what is rounded stands before them. */
  private static boolean isRoundedSensibly(FunctionInvocation call) {
    return call.params() instanceof PositionalFunctionParameters given
        && CollectionConverters.asJava(given.params()).stream()
            .skip(1)
            .allMatch(
                digits ->
                    digits instanceof ConstNumber number
                        && number.value().bigDecimal().abs().compareTo(MOST_DIGITS) <= 0);
  }

  /** A list looked through for each item of another takes their sizes multiplied. */
  private static boolean repeats(Exp inner) {
    return parts(inner).stream()
        .anyMatch(
            part ->
                part instanceof SomeItem
                    || part instanceof EveryItem
                    || (part instanceof Filter filter
                        && !(filter.filter() instanceof ConstNumber)));
  }

  /** Each entry twice the one before it: forty entries are a trillion characters. */
  private static boolean buildsOnItself(ConstContext context) {
    var before = new HashSet<String>();
    for (var entry : CollectionConverters.asJava(context.entries())) {
      if (parts(entry._2()).stream()
          .anyMatch(part -> part instanceof Ref ref && before.contains(ref.names().head()))) {
        return true;
      }
      before.add(entry._1());
    }
    return false;
  }

  private static boolean hasDuration(Exp part) {
    return parts(part).stream()
        .anyMatch(
            one -> one instanceof ConstDayTimeDuration || one instanceof ConstYearMonthDuration);
  }

  private static boolean isSensible(Duration wait) {
    return !wait.isNegative() && wait.toDays() <= Feel.MAX_DAYS;
  }

  /** Everything the tree is made of, its root included; every node of it is a case class. */
  static List<Exp> parts(Object root) {
    var found = new ArrayList<Exp>();
    var open = new ArrayDeque<Object>(List.of(root));
    while (!open.isEmpty()) {
      var node = open.pop();
      if (node instanceof Exp part) {
        found.add(part);
      }
      if (node instanceof scala.collection.Iterable<?> several) {
        CollectionConverters.asJava(several).forEach(open::push);
      } else if (node instanceof Product made) {
        CollectionConverters.asJava(made.productIterator()).forEachRemaining(open::push);
      }
    }
    return found;
  }

  private FeelTree() {}
}
