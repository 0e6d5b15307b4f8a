package dev.siyu.attribution;

import dev.siyu.attribution.Evidence.Fact;
import dev.siyu.attribution.Evidence.Relation;
import dev.siyu.attribution.Split.Share;
import dev.siyu.attribution.Terms.When;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Divides orders by terms. Pure: the same evidence always gives the same split.
 *
 * @param id null while it is only tried out
 */
public record Agreement(@Nullable String id, Terms terms) {

  /** The owner's department, and what led to it. */
  private record Owner(@Nullable String department, Map<Fact, String> facts) {}

  /** The first rule whose conditions all hold; the last one always does. */
  public Split split(Evidence evidence) {
    var owner = owner(evidence);
    return terms.rules().stream()
        .filter(rule -> Conditions.hold(rule.when(), evidence.first(), owner.facts()))
        .filter(rule -> owner.department() != null || !needsOwner(rule))
        .findFirst()
        .map(rule -> split(rule, evidence, owner))
        .orElseThrow(() -> new IllegalStateException("agreement " + id + " has no last rule"));
  }

  /** Whose customer it is; null for nobody's. */
  @Nullable String ownerOf(Evidence evidence) {
    return owner(evidence).department();
  }

  private Owner owner(Evidence evidence) {
    Map<Fact, String> facts = new EnumMap<>(Fact.class);
    facts.putAll(evidence.facts());
    var holder = Ownership.of(evidence, terms).orElse(null);
    if (holder != null) {
      facts.put(Fact.STAFF, holder.staff());
      putChannel(facts, holder);
    }
    var department =
        terms.owners().stream()
            .filter(rule -> Conditions.hold(rule.when(), evidence.first(), facts))
            .findFirst()
            .map(Terms.OwnerRule::department)
            .orElse(null);
    if (department != null) {
      facts.put(Fact.OWNER, department);
    }
    return new Owner(department, facts);
  }

  private static void putChannel(Map<Fact, String> facts, Relation holder) {
    var channel = holder.channel();
    if (channel != null) {
      facts.put(Fact.ADDED_VIA, channel);
    }
  }

  private static boolean needsOwner(Terms.SplitRule rule) {
    return rule.shares().stream().anyMatch(share -> share.department().equals(Terms.OWNER));
  }

  private static Split split(Terms.SplitRule rule, Evidence evidence, Owner owner) {
    Map<String, Integer> byName = new TreeMap<>();
    for (var share : rule.shares()) {
      var name =
          share.department().equals(Terms.OWNER)
              ? Objects.requireNonNull(owner.department())
              : share.department();
      byName.merge(name, share.bp(), Integer::sum);
    }
    List<Share> shares = new ArrayList<>();
    byName.forEach((name, bp) -> shares.add(new Share(name, bp)));
    return new Split(shares, rule.name(), reason(rule.when(), evidence, owner), owner.department());
  }

  private static String reason(When when, Evidence evidence, Owner owner) {
    var turn = when.turn() == Terms.Turn.ANY ? null : evidence.first() ? "首单" : "复购";
    var named =
        when.facts().keySet().stream()
            .sorted()
            .map(fact -> fact.zh() + " " + owner.facts().get(fact));
    var words = Stream.concat(Stream.ofNullable(turn), named).toList();
    return words.isEmpty() ? "其他规则都不适用" : String.join("，", words);
  }
}
