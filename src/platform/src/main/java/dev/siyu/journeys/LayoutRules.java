package dev.siyu.journeys;

import static dev.siyu.journeys.DrawingRule.error;
import static dev.siyu.journeys.DrawingRule.warning;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A drawing is read by people: from left to right, nothing on top of something else. */
final class LayoutRules {

  private static final double EDGE = 1;
  private static final int MOST = 20;

  static final DrawingRule READABLE =
      drawing -> {
        Layout layout;
        try {
          layout = Layout.of(drawing);
        } catch (NumberFormatException e) {
          return List.of(error(null, "diagram", "图形的位置不是数字 / a place in the diagram is no number"));
        }
        var findings = new ArrayList<Finding>();
        overlaps(drawing, layout, findings);
        crossings(drawing, layout, findings);
        backwards(drawing, layout, findings);
        return findings.stream().distinct().limit(MOST).toList();
      };

  static final List<DrawingRule> ALL = List.of(READABLE);

  private static void overlaps(Drawing drawing, Layout layout, List<Finding> findings) {
    var shapes = List.copyOf(layout.shapes().entrySet());
    for (int i = 0; i < shapes.size() && findings.size() < MOST; i++) {
      for (int j = i + 1; j < shapes.size(); j++) {
        var one = shapes.get(i);
        var other = shapes.get(j);
        if (one.getValue().intersects(inner(other.getValue()))
            && !Layout.isPartOf(drawing, one.getKey(), other.getKey())) {
          findings.add(
              warning(
                  other.getKey(),
                  "overlap",
                  "和 %s 重叠 / lies on %s".formatted(one.getKey(), one.getKey())));
        }
      }
    }
    layout
        .labels()
        .forEach(
            (id, label) ->
                layout.labels().entrySet().stream()
                    .filter(other -> other.getKey().compareTo(id) > 0)
                    .filter(other -> other.getValue().intersects(inner(label)))
                    .forEach(
                        other ->
                            findings.add(
                                warning(id, "overlap", "文字和别的文字重叠 / its label lies on another"))));
  }

  private static void crossings(Drawing drawing, Layout layout, List<Finding> findings) {
    var flows = layout.flows();
    for (int i = 0; i < flows.size() && findings.size() < MOST; i++) {
      var flow = flows.get(i);
      for (int j = i + 1; j < flows.size(); j++) {
        if (flow.crosses(flows.get(j))) {
          findings.add(
              warning(
                  flow.id(),
                  "crossing",
                  "连线和 %s 交叉 / crosses %s".formatted(flows.get(j).id(), flows.get(j).id())));
        }
      }
      layout.shapes().entrySet().stream()
          .filter(shape -> !shape.getKey().equals(flow.source()))
          .filter(shape -> !shape.getKey().equals(flow.target()))
          .filter(shape -> !isScopeOf(drawing, shape.getKey()))
          .filter(shape -> flow.touches(inner(shape.getValue())))
          .forEach(
              shape ->
                  findings.add(
                      warning(
                          flow.id(),
                          "crossing",
                          "连线从 %s 后面穿过 / runs behind %s"
                              .formatted(shape.getKey(), shape.getKey()))));
    }
  }

  /** To the left only to close a loop. */
  private static void backwards(Drawing drawing, Layout layout, List<Finding> findings) {
    var graph = Graph.of(drawing);
    for (var flow : layout.flows()) {
      if (!flow.lines().isEmpty()
          && flow.lines().getLast().getX2() < flow.lines().getFirst().getX1() - EDGE
          && !graph.reaches(flow.target(), flow.source())) {
        findings.add(
            warning(flow.id(), "left-to-right", "从右往左画，但不是循环 / goes left without closing a loop"));
      }
    }
  }

  private static boolean isScopeOf(Drawing drawing, String id) {
    return drawing
        .byId(id)
        .map(element -> element.getLocalName().equals("subProcess"))
        .orElse(true);
  }

  private static Rectangle2D inner(Rectangle2D area) {
    return new Rectangle2D.Double(
        area.getX() + EDGE,
        area.getY() + EDGE,
        Math.max(0, area.getWidth() - 2 * EDGE),
        Math.max(0, area.getHeight() - 2 * EDGE));
  }

  private LayoutRules() {}
}
