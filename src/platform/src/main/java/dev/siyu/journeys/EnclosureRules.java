package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.BPMN;
import static dev.siyu.journeys.Drawing.ZEEBE;
import static dev.siyu.journeys.DrawingRule.error;
import static dev.siyu.journeys.DrawingRule.warning;

import dev.siyu.artifacts.DecisionTable;
import dev.siyu.artifacts.FormSchema;
import dev.siyu.artifacts.Objection;
import dev.siyu.journeys.Enclosures.Enclosed;
import dev.siyu.journeys.Enclosures.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What stands in a drawing beside the flow: tables and forms, and the tasks that call them. */
final class EnclosureRules {

  static final int MOST = 20;
  private static final String ID = "[A-Za-z][A-Za-z0-9_-]{1,60}";

  /** Held before all other rules: what is not harmless is not read any further. */
  static final DrawingRule ENCLOSURES_ARE_SOUND =
      drawing -> {
        var enclosed = Enclosures.of(drawing);
        if (enclosed.size() > MOST) {
          return List.of(
              said("最多 %d 张表和表单".formatted(MOST), "at most %d tables and forms".formatted(MOST)));
        }
        return enclosed.stream().flatMap(one -> objections(one).stream()).distinct().toList();
      };

  static final DrawingRule NAMES_ARE_UNIQUE =
      drawing -> {
        var seen = new HashSet<String>();
        return Enclosures.of(drawing).stream()
            .flatMap(EnclosureRules::names)
            .filter(name -> !seen.add(name))
            .map(name -> said("重名：" + name, "used twice: " + name))
            .toList();
      };

  /**
   * A step that decides by a table which does not take effect with the drawing cannot be approved.
   */
  static final DrawingRule DECISIONS_ARE_KNOWN =
      drawing -> {
        var known = Enclosures.called(drawing, Kind.DECISION);
        return drawing.all(BPMN, "businessRuleTask").stream()
            .filter(task -> !decides(task) || !known.contains(decisionOf(task)))
            .map(
                task ->
                    error(
                        task.getAttribute("id"),
                        "decision",
                        "图里没有决策表 “%s”，或没写结果变量 / no such decision table in the drawing, or no result variable"
                            .formatted(decisionOf(task))))
            .toList();
      };

  static final DrawingRule ALL_ARE_USED =
      drawing -> {
        var used =
            Stream.concat(
                    drawing.all(ZEEBE, "calledDecision").stream()
                        .map(called -> called.getAttribute("decisionId")),
                    drawing.all(ZEEBE, "formDefinition").stream()
                        .map(form -> form.getAttribute("formId")))
                .collect(Collectors.toSet());
        return Enclosures.of(drawing).stream()
            .filter(one -> one.called().stream().noneMatch(used::contains))
            .map(
                one ->
                    warning(
                        null,
                        "enclosure",
                        "没有步骤用到 “%s” / no step uses “%s”".formatted(one.id(), one.id())))
            .toList();
      };

  static final List<DrawingRule> ALL = List.of(NAMES_ARE_UNIQUE, DECISIONS_ARE_KNOWN, ALL_ARE_USED);

  /** Of the file, which is deployed under it, and of what is in it. */
  private static Stream<String> names(Enclosed one) {
    return Stream.concat(
        Stream.of(one.kind() + " file " + one.id()),
        one.called().stream().map(id -> one.kind() + " " + id));
  }

  private static List<Finding> objections(Enclosed one) {
    var objections = new ArrayList<Finding>();
    var found =
        switch (one.kind()) {
          case DECISION -> DecisionTable.objections(one.text());
          case FORM -> FormSchema.objections(one.text());
        };
    found.forEach(objection -> objections.add(said(one, objection)));
    if (!found.isEmpty()) {
      return objections;
    }
    if (!one.id().matches(ID) || !one.file().equals(one.id())) {
      objections.add(said("名称不一致：" + one.id(), "names differ: " + one.id()));
    }
    if (one.called().isEmpty() || !one.called().stream().allMatch(id -> id.matches(ID))) {
      objections.add(
          said(
              "“%s” 里的 ID 要用字母、数字、_ 和 -".formatted(one.id()),
              "ids of letters, digits, _ and - expected"));
    }
    return objections;
  }

  private static Finding said(Enclosed one, Objection objection) {
    return said(
        "“%s”：%s（%s）".formatted(one.id(), objection.message(), objection.code()),
        "“%s”: %s (%s)".formatted(one.id(), objection.messageEn(), objection.code()));
  }

  private static Finding said(String zh, String en) {
    return new Finding(null, "enclosure", Finding.Severity.ERROR, zh, en);
  }

  private static boolean decides(Element task) {
    return Drawing.has(task, ZEEBE, "calledDecision")
        && !Drawing.has(task, ZEEBE, "taskDefinition")
        && called(task).getAttribute("resultVariable").matches("[A-Za-z][A-Za-z0-9_]{0,60}");
  }

  private static String decisionOf(Element task) {
    return Drawing.has(task, ZEEBE, "calledDecision")
        ? called(task).getAttribute("decisionId")
        : "";
  }

  private static Element called(Element task) {
    return (Element) task.getElementsByTagNameNS(ZEEBE, "calledDecision").item(0);
  }

  private EnclosureRules() {}
}
