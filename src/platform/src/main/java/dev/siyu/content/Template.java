package dev.siyu.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with placeholders: {@code {name}}, or with its type spelt out {@code {name:text}}. A
 * placeholder without a fitting value becomes nothing: a customer must never read {coupon}.
 */
record Template(String text) {

  private static final Pattern IN_BRACES = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{([a-z]{1,30})(?::([a-z]{1,10}))?}");

  /** A use of a placeholder as written; {@code placeholder} empty when it is not a declared one. */
  record Use(String written, Optional<Placeholder> placeholder, boolean typeFits) {}

  /** Everything in braces, in order. */
  List<Use> uses() {
    return IN_BRACES.matcher(text).results().map(Template::use).toList();
  }

  boolean hasStrayBrace() {
    var rest = IN_BRACES.matcher(text).replaceAll("");
    return rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0;
  }

  boolean uses(Placeholder placeholder) {
    return uses().stream()
        .anyMatch(use -> use.placeholder().filter(placeholder::equals).isPresent());
  }

  String fill(Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(hit -> Matcher.quoteReplacement(value(hit.group(1), values)));
  }

  /** Whether customers would see nothing in that placeholder's place. */
  boolean isEmpty(Placeholder placeholder, Map<String, String> values) {
    return value(placeholder.code(), values).isEmpty();
  }

  /** The text with every placeholder as long as it may become. */
  String longest() {
    return IN_BRACES
        .matcher(text)
        .replaceAll(hit -> use(hit).placeholder().map(one -> "字".repeat(one.longest)).orElse(""));
  }

  private static String value(String code, Map<String, String> values) {
    var value = values.get(code);
    return value == null || value.isEmpty()
        ? ""
        : Placeholder.find(code).flatMap(one -> one.type.shown(value)).orElse("");
  }

  private static Use use(MatchResult hit) {
    var found = PLACEHOLDER.matcher(hit.group());
    if (!found.matches()) {
      return new Use(hit.group(), Optional.empty(), false);
    }
    var placeholder = Placeholder.find(found.group(1));
    var type = found.group(2);
    return new Use(
        hit.group(),
        placeholder,
        type == null || placeholder.filter(one -> one.type.code().equals(type)).isPresent());
  }
}
