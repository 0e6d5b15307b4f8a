package dev.siyu.drawings;

import dev.siyu.drawn.SeedUserIntake;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files made to pass the checks by their spelling, or to keep the checks themselves busy. */
final class HostileBypasses {

  private static final String DRAWING = Studio.drawing(SeedUserIntake.PROCESS_ID);
  private static final String CONDITION = "=outcome = \"REFUSED_LATER\"";
  private static final String PLANE = "</bpmndi:BPMNPlane>";

  static List<Hostile> expressions() {
    return List.of(
        expression(
            "loop behind an escaped quote", "\"\\\"\" = string(for i in 1..999999 return i)"),
        expression("builder behind an escaped quote", "\"\\\"\" + string join(names) = \"\""),
        expression("clock behind a comment", "now /* \" */ () &gt; at"),
        expression("clock with a space", "today  () = null"),
        expression("wait by a named argument", "duration(from: \"P9999D\") &gt; x"),
        expression("wait of a thousand years, added up", "duration(\"P300D\") * 9999 &gt; x"),
        expression("wait in another spelling", "@\"P9999D\" &gt; x"),
        expression("digits that fill the memory", "floor(10 ** 400000000) = 1"),
        expression("digits asked for", "decimal(1.5, 400000000) = 1"),
        expression("digits asked for by a name", "round up(n: 1, scale: 400000000) = 1"),
        expression("text twice as long in each entry", "{a: x + x, b: a + a, c: b + b}.c = x"),
        expression("list times list", "some a in xs satisfies some b in xs satisfies a = b"),
        expression("lists side by side", "every a in xs, b in xs, c in xs satisfies a = b"),
        expression("filter in a filter", "xs[item = ys[item = 1]] = 1"),
        expression("function from a variable", "helper.run(1) = 1"));
  }

  static List<Hostile> crowds() {
    return List.of(
        new Hostile(
            "20000 shapes", with(PLANE, "<bpmndi:BPMNShape />".repeat(20_000) + PLANE), "size"),
        new Hostile("places on top of each other", with(PLANE, shapes(900) + PLANE), "size"),
        new Hostile(
            "a line of 101 corners",
            DRAWING.replaceFirst(
                "<di:waypoint ", "<di:waypoint x=\"1\" y=\"1\" />".repeat(101) + "<di:waypoint "),
            "size"),
        new Hostile("an event at every edge", with("</bpmn:process>", edges(120)), "size"));
  }

  /** Where it belongs, in a namespace that is not written as everybody writes it. */
  static List<Hostile> enclosures() {
    return List.of(
        new Hostile(
            "a table in a namespace spelt with an entity",
            with(
                "isExecutable=\"true\">",
                "isExecutable=\"true\"><bpmn:extensionElements><e:decision id=\"x_table\""
                    + " xmlns:e=\"https://siyu&#46;dev/schema/enclosures/1&#x2e;0\">=1</e:decision>"
                    + "</bpmn:extensionElements>"),
            "enclosure"));
  }

  /** Put where a drawing asks a question. */
  private static Hostile expression(String name, String text) {
    return new Hostile(name, with(CONDITION, "=" + text), "expression");
  }

  private static String shapes(int many) {
    var shape =
        "<bpmndi:BPMNShape bpmnElement=\"s%d\">"
            + "<dc:Bounds x=\"1\" y=\"1\" width=\"9\" height=\"9\" /></bpmndi:BPMNShape>";
    return IntStream.range(0, many).mapToObj(shape::formatted).collect(Collectors.joining());
  }

  /** As many ways as steps inside times events outside. */
  private static String edges(int many) {
    var inside = new StringBuilder("<bpmn:subProcess id=\"crowd\">");
    var outside = new StringBuilder("</bpmn:subProcess>");
    for (int i = 0; i < many; i++) {
      inside.append("<bpmn:endEvent id=\"in%d\" />".formatted(i));
      outside.append("<bpmn:boundaryEvent id=\"at%d\" attachedToRef=\"crowd\" />".formatted(i));
    }
    return inside.append(outside).append("</bpmn:process>").toString();
  }

  private static String with(String sound, String hostile) {
    return DRAWING.replace(sound, hostile);
  }

  private HostileBypasses() {}
}
