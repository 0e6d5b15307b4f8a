package dev.siyu.disputes;

import dev.siyu.attribution.OrderShares;
import dev.siyu.attribution.Split.Share;
import dev.siyu.disputes.Disputes.Evidence;
import dev.siyu.disputes.Disputes.Wish;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a contest must bring; each rule answers what is wrong with it, or null. */
final class OpeningRules {

  static final int LONGEST = 1_000;
  private static final int MOST_LINES = 50;
  private static final int MOST_LINKS = 10;
  private static final int LONGEST_LINK = 500;

  /**
   * @param skus of the order as the mall told them; empty when it told none
   */
  record Case(Wish wish, String department, OrderShares.View order, Set<String> skus) {}

  private static final List<Function<Case, @Nullable String>> RULES =
      List.of(
          OpeningRules::saysWhy,
          OpeningRules::wantsSomethingElse,
          OpeningRules::hasAStake,
          one -> objection(one.wish().evidence(), one.skus()));

  private OpeningRules() {}

  /** The first objection. */
  static @Nullable String objection(Case opening) {
    return RULES.stream()
        .flatMap(rule -> Stream.ofNullable(rule.apply(opening)))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String saysWhy(Case one) {
    int length = one.wish().reason().strip().length();
    return length < 1 || length > LONGEST
        ? "reason: " + length + " characters (expected: 1 to 1000)"
        : null;
  }

  private static @Nullable String wantsSomethingElse(Case one) {
    return sorted(one.wish().shares()).equals(sorted(one.order().shares()))
        ? "shares: the order has them already"
        : null;
  }

  /** Who neither loses nor gains by it has nothing to contest. */
  private static @Nullable String hasAStake(Case one) {
    return part(one.wish().shares(), one.department())
            == part(one.order().shares(), one.department())
        ? "shares: " + one.department() + " has the same part (expected: another)"
        : null;
  }

  static @Nullable String objection(Evidence evidence, Set<String> skus) {
    if (evidence.lines().size() > MOST_LINES || evidence.links().size() > MOST_LINKS) {
      return "evidence: more than 50 lines or 10 links";
    }
    var unknown = evidence.lines().stream().filter(sku -> !skus.contains(sku)).findFirst();
    if (unknown.isPresent()) {
      return "lines: " + unknown.get() + " (expected: a SKU of the order)";
    }
    return evidence.links().stream()
        .filter(link -> !isWebAddress(link))
        .findFirst()
        .map(link -> "links: " + link + " (expected: http(s)://...)")
        .orElse(null);
  }

  private static boolean isWebAddress(String link) {
    try {
      var uri = URI.create(link);
      return link.length() <= LONGEST_LINK
          && uri.getHost() != null
          && String.valueOf(uri.getScheme()).matches("https?");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static int part(List<Share> shares, String department) {
    return shares.stream()
        .filter(share -> share.department().equals(department))
        .mapToInt(Share::bp)
        .sum();
  }

  private static List<Share> sorted(List<Share> shares) {
    return shares.stream().sorted(Comparator.comparing(Share::department)).toList();
  }
}
