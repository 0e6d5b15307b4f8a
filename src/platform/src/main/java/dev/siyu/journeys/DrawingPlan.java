package dev.siyu.journeys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * A drawing as others need to know it.
 *
 * @param entries start messages, and the elements a run begins at that comes in by one
 * @param eventScopes it has event sub-processes
 * @param joins it waits somewhere for several tokens, which the engine does not show
 */
public record DrawingPlan(
    String processId,
    List<Node> nodes,
    Map<String, List<String>> entries,
    boolean eventScopes,
    boolean joins) {

  /**
   * An element.
   *
   * @param type local BPMN name, e.g. {@code serviceTask}
   * @param scopes ids of the sub-processes it is in, outermost first
   * @param inEventScope one of them is an event sub-process
   * @param repeated it or one of them is multi-instance
   * @param raced it stands right behind an event-based gateway
   * @param edges events at its edge: id to kind (timer, message, error ...)
   */
  public record Node(
      String id,
      String name,
      String type,
      List<String> scopes,
      boolean inEventScope,
      boolean repeated,
      boolean raced,
      Map<String, String> edges) {

    public boolean isWork() {
      return type.endsWith("Task") && !type.equals("userTask") && !type.equals("receiveTask");
    }
  }

  private static final Set<String> JOINING = Set.of("parallelGateway", "inclusiveGateway");
  private static final Set<String> NOT_NODES =
      Set.of("sequenceFlow", "process", "boundaryEvent", "startEvent");

  /** Of a drawing that was checked. */
  public static DrawingPlan of(String xml) {
    var drawing = Drawing.read(xml);
    var nodes =
        drawing.drawn().stream()
            .filter(one -> !NOT_NODES.contains(one.getLocalName()))
            .map(one -> node(drawing, one))
            .toList();
    boolean joins = nodes.stream().anyMatch(node -> JOINING.contains(node.type()));
    boolean eventScopes =
        drawing.all(Drawing.BPMN, "subProcess").stream()
            .anyMatch(scope -> scope.getAttribute("triggeredByEvent").equals("true"));
    return new DrawingPlan(drawing.processId(), nodes, entries(drawing), eventScopes, joins);
  }

  public Optional<Node> node(String id) {
    return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
  }

  private static Node node(Drawing drawing, Element element) {
    var scopes = new ArrayList<String>();
    boolean event = false;
    boolean repeated = isRepeated(element);
    for (var up = element.getParentNode();
        up instanceof Element scope && scope.getLocalName().equals("subProcess");
        up = up.getParentNode()) {
      scopes.addFirst(scope.getAttribute("id"));
      event |= scope.getAttribute("triggeredByEvent").equals("true");
      repeated |= isRepeated(scope);
    }
    return new Node(
        element.getAttribute("id"),
        element.getAttribute("name"),
        element.getLocalName(),
        List.copyOf(scopes),
        event,
        repeated,
        drawing.before(element).stream()
            .anyMatch(one -> one.getLocalName().equals("eventBasedGateway")),
        edges(drawing, element.getAttribute("id")));
  }

  private static boolean isRepeated(Element element) {
    return Drawing.children(element).stream()
        .anyMatch(inner -> inner.getLocalName().equals("multiInstanceLoopCharacteristics"));
  }

  private static Map<String, String> edges(Drawing drawing, String activity) {
    var edges = new LinkedHashMap<String, String>();
    for (var event : drawing.all(Drawing.BPMN, "boundaryEvent")) {
      if (event.getAttribute("attachedToRef").equals(activity)) {
        Drawing.children(event).stream()
            .map(Element::getLocalName)
            .filter(name -> name.endsWith("EventDefinition"))
            .forEach(
                name -> edges.put(event.getAttribute("id"), name.replace("EventDefinition", "")));
      }
    }
    return edges;
  }

  private static Map<String, List<String>> entries(Drawing drawing) {
    var messages =
        drawing.all(Drawing.BPMN, "message").stream()
            .collect(
                Collectors.toMap(
                    m -> m.getAttribute("id"), m -> m.getAttribute("name"), (a, b) -> a));
    var entries = new LinkedHashMap<String, List<String>>();
    for (var start : drawing.all(Drawing.BPMN, "startEvent")) {
      if (Objects.requireNonNull(start.getParentNode()).getLocalName().equals("process")) {
        var first = drawing.next(start).stream().map(e -> e.getAttribute("id")).toList();
        Drawing.children(start).stream()
            .filter(inner -> inner.getLocalName().equals("messageEventDefinition"))
            .map(inner -> messages.get(inner.getAttribute("messageRef")))
            .filter(Objects::nonNull)
            .forEach(name -> entries.put(name, first));
      }
    }
    return entries;
  }
}
