package dev.siyu.attribution;

import dev.siyu.attribution.Evidence.Fact;
import dev.siyu.attribution.Terms.When;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    if (pattern.indexOf('*') < 0 || pattern.equals("*")) {
      return pattern.equals("*") || pattern.equals(value);
    }
    var regex =
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.DOTALL).matcher(value).matches();
  }
}
