package dev.siyu.artifacts;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.Conjunction;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.GreaterOrEqual;
import org.camunda.feel.syntaxtree.GreaterThan;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.LessOrEqual;
import org.camunda.feel.syntaxtree.LessThan;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.Subtraction;

/**
 * What becomes of a condition when one comes by again and again.
 *
 * @param counted variables that grow or shrink with each round
 * @param settled answers of workers that end a loop by themselves; a variable with the only value
 *     that goes on, or with empty text when any value does
 */
public record Rounds(Map<String, Count> counted, Map<String, String> settled) {

  /** Where a counter goes. */
  public enum Way {
    UP,
    DOWN;

    private Way other() {
      return this == UP ? DOWN : UP;
    }
  }

  /**
   * How a counter is counted.
   *
   * @param begins when nobody has set it yet, it is set; nothing and one is nothing
   */
  public record Count(Way way, boolean begins) {

    /** The same counter at several places, all of which go the same way. */
    public static Count all(Collection<Count> counts) {
      return new Count(
          counts.iterator().next().way(), counts.stream().allMatch(one -> one.begins()));
    }
  }

  /**
   * How {@code target} is counted when it is given {@code source} in each round; empty when it may
   * stay as it is.
   */
  public static Optional<Count> way(String target, String source) {
    return tree(source).flatMap(root -> count(target, root));
  }

  private static Optional<Count> count(String target, Exp root) {
    if (root instanceof If first
        && first.condition() instanceof Equal same
        && same.x() instanceof Ref ref
        && name(ref).equals(target)
        && same.y() instanceof ConstNull$
        && first.statement() instanceof ConstNumber) {
      return step(target, first.elseStatement()).map(way -> new Count(way, true));
    }
    return step(target, root).map(way -> new Count(way, false));
  }

  private static Optional<Way> step(String target, Exp part) {
    return switch (part) {
      case Addition sum ->
          counts(target, sum.x(), sum.y()) || counts(target, sum.y(), sum.x())
              ? Optional.of(Way.UP)
              : Optional.empty();
      case Subtraction rest ->
          counts(target, rest.x(), rest.y()) ? Optional.of(Way.DOWN) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean counts(String target, Exp variable, Exp step) {
    return variable instanceof Ref ref
        && name(ref).equals(target)
        && step instanceof ConstNumber number
        && number.value().bigDecimal().compareTo(BigDecimal.ONE) >= 0;
  }

  /** True when the condition is false for good after some rounds. */
  public boolean ends(String condition) {
    return tree(condition).filter(this::ends).isPresent();
  }

  /** True when the condition is true after some rounds, whatever else happens. */
  public boolean comes(String condition) {
    return tree(condition).filter(this::comes).isPresent();
  }

  private boolean ends(Exp part) {
    return switch (part) {
      case Conjunction both -> ends(both.x()) || ends(both.y());
      case Disjunction either ->
          (ends(either.x()) || isFirstRound(either.x()))
              && (ends(either.y()) || isFirstRound(either.y()))
              && (ends(either.x()) || ends(either.y()));
      case Equal same -> same.x() instanceof Ref ref && goesOn(name(ref), same.y());
      case Ref flag -> "".equals(settled.get(name(flag)));
      default -> passes(part, Way.UP);
    };
  }

  private boolean comes(Exp part) {
    return switch (part) {
      case Conjunction both -> comes(both.x()) && comes(both.y());
      case Disjunction either -> comes(either.x()) || comes(either.y());
      default -> passes(part, Way.DOWN);
    };
  }

  private boolean goesOn(String variable, Exp value) {
    var only = settled.get(variable);
    return only != null
        && value instanceof ConstString text
        && (only.isEmpty() || only.equals(text.value()));
  }

  /** A counter that nobody has set yet, and that is set then. */
  private boolean isFirstRound(Exp part) {
    return part instanceof Equal same
        && same.x() instanceof Ref ref
        && same.y() instanceof ConstNull$
        && counted.get(name(ref)) instanceof Count count
        && count.begins();
  }

  /** A comparison of a counter with a number; {@code below} for a counter that grows. */
  private boolean passes(Exp part, Way below) {
    return switch (part) {
      case LessThan less -> passes(less.x(), less.y(), below);
      case LessOrEqual less -> passes(less.x(), less.y(), below);
      case GreaterThan more -> passes(more.x(), more.y(), below.other());
      case GreaterOrEqual more -> passes(more.x(), more.y(), below.other());
      default -> false;
    };
  }

  private boolean passes(Exp left, Exp right, Way way) {
    if (left instanceof Ref ref && right instanceof ConstNumber) {
      return goes(ref, way);
    }
    return right instanceof Ref ref && left instanceof ConstNumber && goes(ref, way.other());
  }

  private boolean goes(Ref counter, Way way) {
    return counted.get(name(counter)) instanceof Count count && count.way() == way;
  }

  /** The answers of workers that are asked for in a condition. */
  public static Set<String> asked(String condition) {
    return tree(condition).stream()
        .flatMap(root -> FeelTree.parts(root).stream())
        .filter(Ref.class::isInstance)
        .map(ref -> name((Ref) ref))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Exp> tree(String expression) {
    var text = expression.strip();
    var plain = text.startsWith("=") ? text.substring(1) : text;
    if (plain.isEmpty() || Feel.problem(plain).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(Feel.ENGINE.parseExpression(plain).parsedExpression().expression());
  }

  private static String name(Ref ref) {
    return ref.names().mkString(".");
  }
}
