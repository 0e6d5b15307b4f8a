package dev.siyu.channels;

import dev.siyu.accounts.Health.Level;
import dev.siyu.accounts.Standing;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who stands behind a live code now. WeCom spreads adds evenly over the members it is given, so
 * weight works by pausing who is ahead of their share.
 */
final class RotationRules {

  /**
   * The accounts of a code's team, parted.
   *
   * @param why for each account of the team: serves, least-loaded, or the rule that kept it out
   * @param alert nobody, no-capacity, or nothing
   */
  record Pick(List<String> behind, Map<String, String> why, Optional<String> alert) {

    boolean keptOut(String rule) {
      return why.containsValue(rule);
    }
  }

  /** Answers why an account stays out, or nothing. */
  @FunctionalInterface
  interface Rule {
    Optional<String> keepsOut(Standing standing, LocalTime time);
  }

  static final List<Rule> RULES =
      List.of(
          (one, time) -> out(!one.account().status().serves(), "status"),
          (one, time) -> out(one.health().level() == Level.BAD, "health"),
          (one, time) -> out(one.remaining() == 0, "capacity"),
          (one, time) -> out(!one.account().hours().include(time), "hours"));

  static Pick pick(List<Standing> team, LocalTime time, int shareSlack, int most) {
    var why = new HashMap<String, String>();
    var able = new ArrayList<Standing>();
    for (var one : team) {
      RULES.stream()
          .flatMap(rule -> rule.keepsOut(one, time).stream())
          .findFirst()
          .ifPresentOrElse(rule -> why.put(one.account().userId(), rule), () -> able.add(one));
    }
    if (able.isEmpty()) {
      return leastLoaded(team, why);
    }
    var ahead = ahead(able, shareSlack);
    var behind =
        able.stream()
            .filter(one -> !ahead.contains(one.account().userId()))
            .sorted(MOST_ROOM)
            .map(one -> one.account().userId())
            .toList();
    able.forEach(one -> why.put(one.account().userId(), "serves"));
    ahead.forEach(userId -> why.put(userId, "share"));
    behind.stream().skip(most).forEach(userId -> why.put(userId, "too-many"));
    return new Pick(
        behind.stream().limit(most).sorted().toList(), Map.copyOf(why), Optional.empty());
  }

  private static final Comparator<Standing> MOST_ROOM =
      Comparator.<Standing>comparingLong(one -> -(long) one.remaining() * one.account().weight())
          .thenComparing(one -> one.account().userId());

  /** A code must not be dead: the account with the lightest load keeps it, whatever it said. */
  private static Pick leastLoaded(List<Standing> team, Map<String, String> why) {
    var chosen =
        team.stream()
            .filter(one -> one.account().status().serves())
            .min(
                Comparator.<Standing, Level>comparing(one -> one.health().level())
                    .thenComparing(RotationRules::load)
                    .thenComparing(one -> one.account().userId()));
    if (chosen.isEmpty()) {
      return new Pick(List.of(), Map.copyOf(why), Optional.of("nobody"));
    }
    var userId = chosen.get().account().userId();
    why.put(userId, "least-loaded");
    return new Pick(List.of(userId), Map.copyOf(why), Optional.of("no-capacity"));
  }

  /** Never more than half of those who could serve: the rest must not drown. */
  private static Set<String> ahead(List<Standing> able, int slack) {
    double least = able.stream().mapToDouble(RotationRules::perWeight).min().orElse(0);
    var ahead = new HashSet<String>();
    able.stream()
        .filter(one -> one.addsToday() - least * one.account().weight() > slack)
        .sorted(Comparator.comparingDouble(RotationRules::perWeight).reversed())
        .limit(able.size() / 2)
        .forEach(one -> ahead.add(one.account().userId()));
    return ahead;
  }

  private static double perWeight(Standing one) {
    return (double) one.addsToday() / one.account().weight();
  }

  private static double load(Standing one) {
    return (double) one.addsToday() / Math.max(1, one.limitToday());
  }

  private static Optional<String> out(boolean is, String rule) {
    return is ? Optional.of(rule) : Optional.empty();
  }

  private RotationRules() {}
}
