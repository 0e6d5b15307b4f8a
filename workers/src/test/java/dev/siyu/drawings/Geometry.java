package dev.siyu.drawings;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Where the shapes, labels and flows of a drawing lie. */
record Geometry(
    Map<String, Rectangle2D> shapes, Map<String, Rectangle2D> labels, List<Flow> flows) {

  private static final Pattern PART =
      Pattern.compile(
          "(?s)<bpmndi:BPMN(Shape|Edge) [^>]*bpmnElement=\"([^\"]+)\".*?</bpmndi:BPMN\\1>");
  private static final Pattern BOUNDS =
      Pattern.compile(
          "<dc:Bounds x=\"([^\"]+)\" y=\"([^\"]+)\" width=\"([^\"]+)\" height=\"([^\"]+)\"");
  private static final Pattern WAYPOINT =
      Pattern.compile("<di:waypoint x=\"([^\"]+)\" y=\"([^\"]+)\"");

  record Flow(String id, String source, String target, List<Line2D> lines) {

    double leftmostEnd() {
      return lines.getLast().getX2();
    }
  }

  static Geometry of(String xml) {
    var shapes = new HashMap<String, Rectangle2D>();
    var labels = new HashMap<String, Rectangle2D>();
    var flows = new ArrayList<Flow>();
    for (var part : PART.matcher(xml).results().toList()) {
      var id = part.group(2);
      var bounds = BOUNDS.matcher(part.group()).results().map(Geometry::rectangle).toList();
      if (part.group(1).equals("Shape")) {
        shapes.put(id, bounds.getFirst());
        if (bounds.size() > 1) {
          labels.put(id, bounds.get(1));
        }
      } else {
        bounds.forEach(label -> labels.put(id, label));
        flows.add(
            new Flow(id, end(xml, id, "source"), end(xml, id, "target"), lines(part.group())));
      }
    }
    return new Geometry(shapes, labels, flows);
  }

  private static String end(String xml, String flow, String side) {
    var found =
        Pattern.compile("<bpmn:sequenceFlow id=\"" + flow + "\"[^>]*" + side + "Ref=\"([^\"]+)\"")
            .matcher(xml);
    if (!found.find()) {
      throw new AssertionError("edge without flow: " + flow);
    }
    return found.group(1);
  }

  private static List<Line2D> lines(String edge) {
    var points =
        WAYPOINT
            .matcher(edge)
            .results()
            .map(p -> new double[] {number(p, 1), number(p, 2)})
            .toList();
    var lines = new ArrayList<Line2D>();
    for (int i = 1; i < points.size(); i++) {
      var from = points.get(i - 1);
      var to = points.get(i);
      lines.add(new Line2D.Double(from[0], from[1], to[0], to[1]));
    }
    return lines;
  }

  private static Rectangle2D rectangle(MatchResult found) {
    return new Rectangle2D.Double(
        number(found, 1), number(found, 2), number(found, 3), number(found, 4));
  }

  private static double number(MatchResult found, int group) {
    return Double.parseDouble(found.group(group));
  }
}
