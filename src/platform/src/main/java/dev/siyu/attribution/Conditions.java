package dev.siyu.attribution;

import dev.siyu.attribution.Evidence.Fact;
import dev.siyu.attribution.Terms.When;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the conditions of a rule hold. A fact that is not known fits no pattern. */
final class Conditions {

  private Conditions() {}

  static boolean hold(When when, boolean first, Map<Fact, String> facts) {
    return fits(when.turn(), first)
        && when.facts().entrySet().stream()
            .allMatch(
                wanted ->
                    wanted.getValue().stream()
                        .anyMatch(pattern -> fits(pattern, facts.get(wanted.getKey()))));
  }

  private static boolean fits(Terms.Turn turn, boolean first) {
    return switch (turn) {
      case ANY -> true;
      case FIRST -> first;
      case REPEAT -> !first;
    };
  }

  static boolean fits(String pattern, @Nullable String value) {
    if (value == null) {
      return false;
    }
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equals(value);
    }
    var end = pattern.substring(pattern.lastIndexOf('*') + 1);
    return value.length() >= star + end.length()
        && value.startsWith(pattern.substring(0, star))
        && value.endsWith(end)
        && follow(
            pattern.substring(star, pattern.length() - end.length()),
            value.substring(star, value.length() - end.length()));
  }

  /** Whether the words between the stars stand in the value one after the other. */
  private static boolean follow(String stars, String value) {
    int at = 0;
    for (var word : stars.split("\\*", -1)) {
      int found = value.indexOf(word, at);
      if (found < 0) {
        return false;
      }
      at = found + word.length();
    }
    return true;
  }
}
