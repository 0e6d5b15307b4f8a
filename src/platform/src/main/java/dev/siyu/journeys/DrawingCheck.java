package dev.siyu.journeys;

import dev.siyu.xml.SafeXml;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Holds a drawing against all rules; what the engine says comes last. */
@Component
final class DrawingCheck {

  private final List<DrawingRule> rules;

  DrawingCheck(WorkRules work) {
    rules =
        Stream.of(ShapeRules.ALL, WaitRules.ALL, work.all(), List.of(EngineRule.ENGINE_TAKES_IT))
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
      return rules.stream().flatMap(rule -> rule.check(drawing).stream()).distinct().toList();
    } catch (SafeXml.Malformed e) {
      return List.of(DrawingRule.error(null, "xml", "不是可读的 BPMN 文件 / " + e.getMessage()));
    }
  }
}
