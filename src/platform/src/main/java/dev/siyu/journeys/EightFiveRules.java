package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.ZEEBE;
import static dev.siyu.journeys.DrawingRule.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What newer modelers write and the engine of this release (8.5) does not know. */
final class EightFiveRules {

  private static final String MODELER = "http://camunda.org/schema/modeler/1.0";

  private static final Map<String, Set<String>> SETTINGS =
      Map.ofEntries(
          Map.entry("taskDefinition", Set.of("type", "retries")),
          Map.entry("taskHeaders", Set.of()),
          Map.entry("header", Set.of("key", "value", "id")),
          Map.entry("ioMapping", Set.of()),
          Map.entry("input", Set.of("source", "target")),
          Map.entry("output", Set.of("source", "target")),
          Map.entry("subscription", Set.of("correlationKey")),
          Map.entry("userTask", Set.of()),
          Map.entry("calledDecision", Set.of("decisionId", "resultVariable")),
          Map.entry("formDefinition", Set.of("formId")),
          Map.entry(
              "assignmentDefinition", Set.of("candidateGroups", "candidateUsers", "assignee")),
          Map.entry("taskSchedule", Set.of("dueDate", "followUpDate")),
          Map.entry(
              "loopCharacteristics",
              Set.of("inputCollection", "inputElement", "outputCollection", "outputElement")),
          Map.entry("properties", Set.of()),
          Map.entry("property", Set.of("name", "value", "id")));

  /** Listeners, bindings, priorities, version tags came after 8.5; scripts never belong here. */
  static final DrawingRule ONLY_KNOWN_SETTINGS =
      drawing -> {
        var findings = new ArrayList<Finding>();
        for (var element : drawing.all(ZEEBE, "*")) {
          var name = element.getLocalName();
          var known = SETTINGS.get(name);
          if (known == null) {
            findings.add(
                error(
                    drawing.ownerId(element),
                    "extension",
                    "不支持的设置：zeebe:%s / setting not allowed: zeebe:%s".formatted(name, name)));
            continue;
          }
          for (int i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = element.getAttributes().item(i).getNodeName();
            if (!known.contains(attribute) && !attribute.startsWith("xmlns")) {
              findings.add(
                  error(
                      drawing.ownerId(element),
                      "extension",
                      "引擎 8.5 不认识 zeebe:%s 的 %s / engine 8.5 does not know %s"
                          .formatted(name, attribute, attribute)));
            }
          }
        }
        return findings;
      };

  /** Without the mark other modelers offer what the engine cannot do. */
  static final DrawingRule MARKED_AS_EIGHT_FIVE =
      drawing -> {
        var platform = drawing.root().getAttributeNS(MODELER, "executionPlatform");
        var version = drawing.root().getAttributeNS(MODELER, "executionPlatformVersion");
        return platform.equals("Camunda Cloud") && version.matches("8\\.[0-5](\\..*)?")
            ? List.of()
            : List.of(
                error(
                    null,
                    "engine-version",
                    "图要标明引擎 Camunda Cloud 8.5 / must be marked for engine Camunda Cloud 8.5"));
      };

  static final List<DrawingRule> ALL = List.of(ONLY_KNOWN_SETTINGS, MARKED_AS_EIGHT_FIVE);

  private EightFiveRules() {}
}
