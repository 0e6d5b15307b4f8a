package dev.siyu.drawings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.siyu.drawings.Geometry.Flow;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A drawing is read by people: from left to right, without lines that cross or hide something. */
class DrawingLayoutTest {

  private static final double EDGE = 1;

  @ParameterizedTest
  @MethodSource("dev.siyu.drawings.Studio#journeys")
  void shouldHaveNoFlowsThatCross(String journey) {
    // given
    var flows = Geometry.of(Studio.drawing(journey)).flows();

    // when
    var crossings = new ArrayList<String>();
    for (var one : flows) {
      for (var other : flows) {
        if (one.id().compareTo(other.id()) < 0 && !isJoined(one, other) && cross(one, other)) {
          crossings.add(one.id() + " x " + other.id());
        }
      }
    }

    // then
    assertThat(crossings).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.siyu.drawings.Studio#journeys")
  void shouldLeadNoFlowThroughAShape(String journey) {
    // given
    var geometry = Geometry.of(Studio.drawing(journey));

    // when
    var hidden =
        geometry.flows().stream()
            .flatMap(
                flow ->
                    geometry.shapes().entrySet().stream()
                        .filter(shape -> !shape.getKey().startsWith("sub_"))
                        .filter(shape -> touches(flow, inner(shape.getValue())))
                        .map(shape -> flow.id() + " through " + shape.getKey()))
            .toList();

    // then
    assertThat(hidden).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.siyu.drawings.Studio#journeys")
  void shouldKeepLabelsClearOfEverything(String journey) {
    // given
    var geometry = Geometry.of(Studio.drawing(journey));

    // when
    var covered = new ArrayList<String>();
    geometry.labels().forEach((id, label) -> covered.addAll(under(geometry, id, inner(label))));

    // then
    assertThat(covered).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.siyu.drawings.Studio#journeys")
  void shouldGoFromLeftToRightExceptInLoops(String journey) {
    // given
    var flows = Geometry.of(Studio.drawing(journey)).flows();

    // when
    var backwards =
        flows.stream()
            .filter(flow -> flow.leftmostEnd() < flow.lines().getFirst().getX1() - EDGE)
            .filter(flow -> !reaches(flows, flow.target(), flow.source(), new ArrayList<>()))
            .map(Flow::id)
            .toList();

    // then
    assertThat(backwards).as("flows to the left that close no loop").isEmpty();
  }

  private static List<String> under(Geometry geometry, String id, Rectangle2D label) {
    var shapes =
        geometry.shapes().entrySet().stream()
            .filter(shape -> !shape.getKey().startsWith("sub_"))
            .filter(shape -> shape.getValue().intersects(label))
            .map(shape -> shape.getKey());
    var labels =
        geometry.labels().entrySet().stream()
            .filter(other -> !other.getKey().equals(id) && other.getValue().intersects(label))
            .map(other -> "label of " + other.getKey());
    var flows = geometry.flows().stream().filter(flow -> touches(flow, label)).map(Flow::id);
    return Stream.of(shapes, labels, flows)
        .flatMap(all -> all)
        .map(what -> "label of " + id + " on " + what)
        .toList();
  }

  private static boolean reaches(List<Flow> flows, String from, String to, List<String> seen) {
    boolean edge =
        (from.startsWith("sub_") && to.startsWith("event_"))
            || (from.startsWith("task_") && to.startsWith("timer_"));
    if (from.equals(to) || edge) {
      return true;
    }
    if (seen.contains(from)) {
      return false;
    }
    seen.add(from);
    var inSub = from.startsWith("sub_");
    return flows.stream()
        .filter(flow -> flow.source().equals(from) || (inSub && flow.source().startsWith("event_")))
        .anyMatch(flow -> reaches(flows, flow.target(), to, seen));
  }

  /** Flows that start or end at the same shape may share a line. */
  private static boolean isJoined(Flow one, Flow other) {
    return one.source().equals(other.source()) || one.target().equals(other.target());
  }

  private static boolean cross(Flow one, Flow other) {
    return one.lines().stream()
        .anyMatch(line -> other.lines().stream().anyMatch(line::intersectsLine));
  }

  private static boolean touches(Flow flow, Rectangle2D area) {
    return flow.lines().stream().anyMatch((Line2D line) -> line.intersects(area));
  }

  private static Rectangle2D inner(Rectangle2D area) {
    return new Rectangle2D.Double(
        area.getX() + EDGE,
        area.getY() + EDGE,
        area.getWidth() - 2 * EDGE,
        area.getHeight() - 2 * EDGE);
  }
}
