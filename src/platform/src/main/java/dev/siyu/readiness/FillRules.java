package dev.siyu.readiness;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an assessment needs before anybody is asked to sign it; to be read aloud. */
final class FillRules {

  /** One thing that is wanted. */
  interface Rule {
    List<Finding> apply(Sheet sheet, ReadinessSettings limits);
  }

  static final Rule EVERYTHING_IS_ANSWERED =
      (sheet, limits) -> {
        var open =
            Question.ALL.stream()
                .filter(question -> !sheet.answers().containsKey(question.id()))
                .toList();
        return open.isEmpty()
            ? List.of()
            : found(
                "answers",
                "还有 %d 题没有回答：%s".formatted(open.size(), names(open, true)),
                "%d questions are open: %s".formatted(open.size(), names(open, false)));
      };

  static final Rule POINTS_HAVE_EVIDENCE =
      (sheet, limits) ->
          Question.ALL.stream()
              .filter(question -> isBare(sheet.answers().get(question.id())))
              .map(
                  question ->
                      new Finding(
                          "evidence",
                          "得分需要依据：" + question.zh(),
                          "points need evidence: " + question.en()))
              .toList();

  static final Rule FIGURES_ARE_KNOWN =
      (sheet, limits) ->
          sheet.figures().frequency() != null && sheet.figures().marginBp() != null
              ? List.of()
              : found(
                  "figures",
                  "订单不足 %d 天或没有毛利：请填写估计值与来源".formatted(limits.historyDays()),
                  "fewer than %d days of orders or no margin: give an estimate and its source"
                      .formatted(limits.historyDays()));

  static final Rule WEAK_SECTIONS_HAVE_A_PLAN =
      (sheet, limits) ->
          Scores.of(sheet.answers()).below(limits.weak()).stream()
              .filter(section -> sheet.gaps().stream().noneMatch(gap -> gap.section() == section))
              .map(
                  section ->
                      new Finding(
                          "gaps",
                          "%s 低于 %d 分，要有负责人和期限".formatted(section.zh(), limits.weak()),
                          "%s is below %d: somebody must close the gap by a date"
                              .formatted(section.en(), limits.weak())))
              .toList();

  static final List<Rule> ALL =
      List.of(
          EVERYTHING_IS_ANSWERED,
          POINTS_HAVE_EVIDENCE,
          FIGURES_ARE_KNOWN,
          WEAK_SECTIONS_HAVE_A_PLAN);

  static List<Finding> missing(Sheet sheet, ReadinessSettings limits) {
    return ALL.stream().flatMap(rule -> rule.apply(sheet, limits).stream()).toList();
  }

  private static boolean isBare(Sheet.@org.jspecify.annotations.Nullable Answer answer) {
    return answer != null && answer.score() > 0 && answer.evidence().isBlank();
  }

  private static List<Finding> found(String rule, String zh, String en) {
    return List.of(new Finding(rule, zh, en));
  }

  private static String names(List<Question> open, boolean chinese) {
    return Stream.of(Section.values())
        .filter(section -> open.stream().anyMatch(one -> one.section() == section))
        .map(section -> chinese ? section.zh() : section.en())
        .collect(Collectors.joining(chinese ? "、" : ", "));
  }

  private FillRules() {}
}
