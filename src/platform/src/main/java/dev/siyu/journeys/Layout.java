package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.BPMN;
import static dev.siyu.journeys.Drawing.BPMNDI;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** Where the shapes, labels and flows of a drawing lie, in pixels. */
record Layout(Map<String, Rectangle2D> shapes, Map<String, Rectangle2D> labels, List<Flow> flows) {

  private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
  private static final String DI = "http://www.omg.org/spec/DD/20100524/DI";
  private static final double FARTHEST = 100_000;

  record Flow(String id, String source, String target, List<Line2D> lines) {

    boolean touches(Rectangle2D area) {
      return lines.stream().anyMatch(line -> line.intersects(area));
    }

    /** Flows that start or end at the same shape may share a line. */
    boolean crosses(Flow other) {
      return !source.equals(other.source)
          && !target.equals(other.target)
          && lines.stream().anyMatch(line -> other.lines.stream().anyMatch(line::intersectsLine));
    }
  }

  /**
   * @throws NumberFormatException when a place is no number, or nowhere near the others
   */
  static Layout of(Drawing drawing) {
    var shapes = new LinkedHashMap<String, Rectangle2D>();
    var labels = new LinkedHashMap<String, Rectangle2D>();
    var flows = new ArrayList<Flow>();
    for (var shape : drawing.all(BPMNDI, "BPMNShape")) {
      var id = shape.getAttribute("bpmnElement");
      for (var part : Drawing.children(shape)) {
        if (part.getLocalName().equals("Bounds")) {
          shapes.put(id, area(part));
        }
      }
      label(shape, labels);
    }
    for (var edge : drawing.all(BPMNDI, "BPMNEdge")) {
      label(edge, labels);
      drawing
          .byId(edge.getAttribute("bpmnElement"))
          .filter(flow -> flow.getLocalName().equals("sequenceFlow"))
          .ifPresent(flow -> flows.add(flow(flow, edge)));
    }
    return new Layout(shapes, labels, flows);
  }

  private static void label(Element part, Map<String, Rectangle2D> labels) {
    var found = part.getElementsByTagNameNS(BPMNDI, "BPMNLabel");
    if (found.getLength() > 0) {
      var bounds = ((Element) found.item(0)).getElementsByTagNameNS(DC, "Bounds");
      if (bounds.getLength() > 0) {
        labels.put(part.getAttribute("bpmnElement"), area((Element) bounds.item(0)));
      }
    }
  }

  private static Flow flow(Element flow, Element edge) {
    var lines = new ArrayList<Line2D>();
    var points = edge.getElementsByTagNameNS(DI, "waypoint");
    for (int i = 1; i < points.getLength(); i++) {
      var from = (Element) points.item(i - 1);
      var to = (Element) points.item(i);
      lines.add(
          new Line2D.Double(
              number(from, "x"), number(from, "y"), number(to, "x"), number(to, "y")));
    }
    return new Flow(
        flow.getAttribute("id"),
        flow.getAttribute("sourceRef"),
        flow.getAttribute("targetRef"),
        lines);
  }

  private static Rectangle2D area(Element bounds) {
    return new Rectangle2D.Double(
        number(bounds, "x"),
        number(bounds, "y"),
        number(bounds, "width"),
        number(bounds, "height"));
  }

  private static double number(Element element, String name) {
    double number = Double.parseDouble(element.getAttribute(name));
    if (!(Math.abs(number) < FARTHEST)) {
      throw new NumberFormatException(name + ": " + number);
    }
    return number;
  }

  /** True when one of them is a sub-process that holds the other, or an event at its edge. */
  static boolean isPartOf(Drawing drawing, String one, String other) {
    var a = drawing.byId(one).orElse(null);
    var b = drawing.byId(other).orElse(null);
    return a == null || b == null || holds(a, b) || holds(b, a);
  }

  private static boolean holds(Element host, Element part) {
    if (part.getAttributeNS(null, "attachedToRef").equals(host.getAttribute("id"))
        && part.getLocalName().equals("boundaryEvent")) {
      return true;
    }
    for (var node = part.getParentNode(); node != null; node = node.getParentNode()) {
      if (node == host && BPMN.equals(node.getNamespaceURI())) {
        return true;
      }
    }
    return false;
  }
}
