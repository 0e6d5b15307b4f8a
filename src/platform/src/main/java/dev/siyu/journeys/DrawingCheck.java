package dev.siyu.journeys;

import dev.siyu.xml.SafeXml;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Holds a drawing against all rules; what the engine says comes last. A drawing that is not safe is
 * held against nothing else.
 */
@Component
final class DrawingCheck {

  private final List<DrawingRule> rules;

  DrawingCheck(WorkRules work, Steps steps, LiveFacts facts) {
    var loops = new LoopRules(steps);
    var exits = new ExitRules(steps);
    var contacts = new ContactPaths(steps, facts);
    var people = new PeopleRules(facts);
    List<DrawingRule> paths =
        List.of(
            loops::everyLoopIsLimited,
            exits::nudgesEndAtOnce,
            contacts::noMoreContactsThanAllowed,
            people::formsAreKnown,
            people::deadlinesEscalate);
    rules =
        Stream.of(
                ShapeRules.ALL,
                WaitRules.ALL,
                EnclosureRules.ALL,
                FeelRules.ALL,
                EightFiveRules.ALL,
                work.all(),
                paths,
                LayoutRules.ALL,
                List.of(EngineRule.ENGINE_TAKES_IT))
            .flatMap(List::stream)
            .toList();
  }

  /** Everything wrong with it; empty when it may be deployed. */
  List<Finding> check(String xml) {
    try {
      var drawing = Drawing.parse(xml);
      if (drawing.all(Drawing.BPMN, "process").isEmpty()) {
        return List.of(DrawingRule.error(null, "one-process", "图里没有旅程 / no process in it"));
      }
      for (var rule : SafetyRules.ALL) {
        var unsafe = rule.check(drawing);
        if (!unsafe.isEmpty()) {
          return unsafe;
        }
      }
      return all(rules, drawing);
    } catch (SafeXml.Malformed e) {
      return List.of(
          DrawingRule.error(
              null,
              "xml",
              "不是可读的 BPMN 文件：%s / not readable: %s".formatted(e.getMessage(), e.getMessage())));
    }
  }

  /**
   * Nothing when it may be deployed.
   *
   * @throws DrawingRefused when an error is found
   */
  void insist(String xml) {
    var findings = check(xml);
    if (findings.stream().anyMatch(found -> found.severity() == Finding.Severity.ERROR)) {
      throw new DrawingRefused(findings);
    }
  }

  private static List<Finding> all(List<DrawingRule> rules, Drawing drawing) {
    return rules.stream().flatMap(rule -> rule.check(drawing).stream()).distinct().toList();
  }
}
