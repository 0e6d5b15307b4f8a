package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.BPMN;
import static dev.siyu.journeys.Drawing.BPMNDI;
import static dev.siyu.journeys.DrawingRule.error;
import static dev.siyu.journeys.SafetyRules.MOST_ELEMENTS;

import dev.siyu.artifacts.Depth;
import java.util.List;
import org.w3c.dom.Element;

/** How large a drawing may be; every other rule may take time that grows with its square. */
final class SizeRules {

  /** Settings, texts and places of one element: 30 parts are more than any step has. */
  private static final int MOST_PARTS = MOST_ELEMENTS * 30;

  private static final int MOST_SHAPES = MOST_ELEMENTS * 2;
  private static final int MOST_CORNERS = 100;
  private static final int MOST_WAYS = 4_000;
  private static final String DI = "http://www.omg.org/spec/DD/20100524/DI";

  static List<Finding> tooLarge(Drawing drawing) {
    if (drawing.all("*", "*").size() > MOST_PARTS
        || drawing.all(BPMN, "*").size() > MOST_ELEMENTS * 8
        || drawing.drawn().size() > MOST_ELEMENTS
        || drawing.shown().size() > MOST_SHAPES) {
      return size(
          "图太大：最多 %d 个元素 / too large: at most %d elements".formatted(MOST_ELEMENTS, MOST_ELEMENTS));
    }
    if (Depth.of(drawing.root()) > SafetyRules.DEEPEST) {
      return size("嵌套太深 / nested too deep");
    }
    if (drawing.all(BPMNDI, "BPMNEdge").stream().anyMatch(SizeRules::hasTooManyCorners)) {
      return size(
          "一条连线最多 %d 个拐点 / a line has at most %d corners".formatted(MOST_CORNERS, MOST_CORNERS));
    }
    return Graph.of(drawing).size() > MOST_WAYS
        ? size(
            "步骤之间的路太多：最多 %d 条，减少子流程边上的事件 / too many ways between steps: at most %d"
                .formatted(MOST_WAYS, MOST_WAYS))
        : List.of();
  }

  private static boolean hasTooManyCorners(Element edge) {
    return edge.getElementsByTagNameNS(DI, "waypoint").getLength() > MOST_CORNERS;
  }

  private static List<Finding> size(String message) {
    return List.of(error(null, "size", message));
  }

  private SizeRules() {}
}
