package dev.siyu.fission;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Who is no helper at all, before the screening table is asked; to be read aloud. */
final class HelperRules {

  record Rule(String name, String reason, Predicate<HelperFacts> objects) {}

  static final Rule CAMPAIGN_RUNS = new Rule("late", "不在活动时间内", HelperFacts::late);

  static final Rule IS_SOMEBODY_ELSE = new Rule("self", "邀请人自己", HelperFacts::self);

  static final Rule IS_NEW = new Rule("known", "已经是老客户", HelperFacts::knownBefore);

  static final List<Rule> ALL = List.of(CAMPAIGN_RUNS, IS_SOMEBODY_ELSE, IS_NEW);

  private HelperRules() {}

  static Optional<Rule> objection(HelperFacts facts) {
    return ALL.stream().filter(rule -> rule.objects().test(facts)).findFirst();
  }
}
