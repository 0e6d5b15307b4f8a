package dev.siyu.attribution;

import dev.siyu.attribution.Evidence.Fact;
import dev.siyu.attribution.Split.Share;
import dev.siyu.settings.Bounds;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with terms, in words; the first finding counts. */
final class TermsCheck {

  private static final int MOST_RULES = 100;
  private static final int LONGEST = 60;

  private static final List<Function<Terms, @Nullable String>> CHECKS =
      List.of(
          TermsCheck::title,
          TermsCheck::days,
          TermsCheck::period,
          TermsCheck::signers,
          TermsCheck::names,
          TermsCheck::shares,
          TermsCheck::ownerInOwners,
          TermsCheck::lastRule);

  private TermsCheck() {}

  static Optional<String> objection(Terms terms) {
    return CHECKS.stream().flatMap(check -> Stream.ofNullable(check.apply(terms))).findFirst();
  }

  private static @Nullable String title(Terms terms) {
    if (isBad(terms.title())) {
      return "title: " + terms.title() + " (expected: 1 to 60 characters)";
    }
    return isBad(terms.scope()) ? "scope: empty (expected: a mall's name, or *)" : null;
  }

  private static @Nullable String days(Terms terms) {
    return Stream.of(
            Bounds.objection("protectionDays", terms.protectionDays(), 0, 3650),
            Bounds.objection("windowDays", terms.windowDays(), 1, 3650),
            Bounds.objection("afterSaleDays", terms.afterSaleDays(), 0, 365))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String period(Terms terms) {
    var to = terms.to();
    return to != null && !to.isAfter(terms.from())
        ? "to: " + to + " (expected: after " + terms.from() + ")"
        : null;
  }

  private static @Nullable String signers(Terms terms) {
    var missing = terms.departments();
    missing.removeAll(terms.signers());
    if (terms.signers().isEmpty() || terms.departments().stream().anyMatch(TermsCheck::isBad)) {
      return "signers: names of departments are missing or too long (expected: 1 to 60 characters)";
    }
    return missing.isEmpty() ? null : "signers: " + missing + " get a part and must sign";
  }

  private static @Nullable String names(Terms terms) {
    var names = terms.rules().stream().map(Terms.SplitRule::name).toList();
    if (names.isEmpty() || names.size() > MOST_RULES || terms.owners().size() > MOST_RULES) {
      return "rules: " + names.size() + " (expected: 1 to " + MOST_RULES + ")";
    }
    boolean fine = names.stream().distinct().count() == names.size();
    return fine && names.stream().noneMatch(TermsCheck::isBad)
        ? null
        : "rules: every name once, 1 to 60 characters";
  }

  private static @Nullable String shares(Terms terms) {
    return terms.rules().stream()
        .flatMap(
            rule ->
                objection(rule.shares()).map(what -> "rule " + rule.name() + ": " + what).stream())
        .findFirst()
        .orElse(null);
  }

  /** What is wrong with the shares of one order. */
  static Optional<String> objection(List<Share> shares) {
    int sum = shares.stream().mapToInt(Share::bp).sum();
    boolean twice = shares.stream().map(Share::department).distinct().count() < shares.size();
    boolean outside = shares.stream().anyMatch(one -> one.bp() < 1 || isBad(one.department()));
    return sum != Terms.WHOLE || twice || outside
        ? Optional.of(sum + " basis points (expected: 10000 over different departments)")
        : Optional.empty();
  }

  private static @Nullable String ownerInOwners(Terms terms) {
    boolean circular =
        terms.owners().stream()
            .anyMatch(
                rule ->
                    rule.when().facts().containsKey(Fact.OWNER)
                        || rule.department().equals(Terms.OWNER));
    return circular ? "owners: the owner cannot depend on the owner" : null;
  }

  private static @Nullable String lastRule(Terms terms) {
    var last = terms.rules().getLast();
    boolean always = last.when().turn() == Terms.Turn.ANY && last.when().facts().isEmpty();
    boolean owner = last.shares().stream().anyMatch(one -> one.department().equals(Terms.OWNER));
    return always && !owner
        ? null
        : "rule " + last.name() + ": (expected: the last rule has no condition and no @owner)";
  }

  private static boolean isBad(String name) {
    return name.isBlank() || name.length() > LONGEST;
  }
}
