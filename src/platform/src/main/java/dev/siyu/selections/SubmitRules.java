package dev.siyu.selections;

import dev.siyu.products.ProductKind;
import dev.siyu.selections.Selections.Check;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a round needs before anybody is asked to sign it; to be read aloud. */
final class SubmitRules {

  /** Nothing when it may be submitted. */
  static List<Check> failed(Selections.Round round, LocalDate today) {
    var failed = new ArrayList<Check>();
    if (round.candidates().stream().noneMatch(one -> one.kind() == ProductKind.TRAFFIC)) {
      failed.add(new Check("traffic", false, "没有引流品，首单无从谈起", "there is no traffic product"));
    }
    if (!round.effectiveOn().isAfter(today)) {
      failed.add(
          new Check(
              "day",
              false,
              "生效日 %s 已到，请另开一轮".formatted(round.effectiveOn()),
              "the day it takes effect, %s, is here: open another round"
                  .formatted(round.effectiveOn())));
    }
    for (var one : round.candidates()) {
      for (var check : one.checks()) {
        if (!check.passed()) {
          failed.add(
              new Check(
                  check.name(),
                  false,
                  one.name() + "：" + check.zh(),
                  one.name() + ": " + check.en()));
        }
      }
    }
    return failed;
  }

  private SubmitRules() {}
}
