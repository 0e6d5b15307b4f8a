package dev.siyu.why;

import dev.siyu.xml.SafeXml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A drawing as a graph: what can come after what. */
final class DrawnJourney {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  /**
   * @param scope the sub-process it lies in; null directly in the process
   * @param message what a message event waits for
   * @param content what a touch says or gives; null for everything that touches nobody
   */
  record Node(
      String id,
      String name,
      String type,
      @Nullable String scope,
      @Nullable String message,
      @Nullable String content,
      @Nullable String attachedTo) {

    boolean isDecision() {
      return type.equals("exclusiveGateway") || type.equals("eventBasedGateway");
    }
  }

  record Flow(String id, String name, String source, String target) {}

  private static final List<String> CONTENTS = List.of("content", "template", "add");

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<Flow> flows = new ArrayList<>();

  static DrawnJourney read(String xml) {
    var bytes = xml.getBytes(StandardCharsets.UTF_8);
    try {
      return new DrawnJourney(SafeXml.parse(bytes, bytes.length).getDocumentElement());
    } catch (SafeXml.Malformed e) {
      throw new IllegalArgumentException("a deployed drawing: " + e.getMessage(), e);
    }
  }

  private DrawnJourney(Element definitions) {
    var messages = new HashMap<String, String>();
    for (var message : below(definitions, "message")) {
      messages.put(message.getAttribute("id"), message.getAttribute("name"));
    }
    for (var flow : below(definitions, "sequenceFlow")) {
      flows.add(
          new Flow(
              flow.getAttribute("id"),
              flow.getAttribute("name"),
              flow.getAttribute("sourceRef"),
              flow.getAttribute("targetRef")));
    }
    for (var element : below(definitions, "*")) {
      var parent = element.getParentNode().getLocalName();
      if (("process".equals(parent) || "subProcess".equals(parent))
          && element.hasAttribute("id")
          && !element.getLocalName().equals("sequenceFlow")) {
        nodes.put(element.getAttribute("id"), node(element, messages));
      }
    }
  }

  private static Node node(Element element, Map<String, String> messages) {
    var parent = (Element) element.getParentNode();
    var id = element.getAttribute("id");
    var name = element.getAttribute("name").replaceAll("\\s+", " ");
    var trigger = below(element, "messageEventDefinition");
    boolean isEvent = element.getLocalName().endsWith("Event");
    return new Node(
        id,
        name.isBlank() ? id : name,
        element.getLocalName(),
        parent.getLocalName().equals("subProcess") ? parent.getAttribute("id") : null,
        isEvent && !trigger.isEmpty()
            ? messages.get(trigger.getFirst().getAttribute("messageRef"))
            : null,
        element.getLocalName().equals("serviceTask") ? content(element) : null,
        element.hasAttribute("attachedToRef") ? element.getAttribute("attachedToRef") : null);
  }

  private static @Nullable String content(Element task) {
    var headers = task.getElementsByTagNameNS("*", "header");
    for (var wanted : CONTENTS) {
      for (int i = 0; i < headers.getLength(); i++) {
        var header = (Element) headers.item(i);
        if (header.getAttribute("key").equals(wanted)) {
          return header.getAttribute("value");
        }
      }
    }
    return null;
  }

  private static List<Element> below(Element element, String name) {
    var found = element.getElementsByTagNameNS(BPMN, name);
    var all = new ArrayList<Element>();
    for (int i = 0; i < found.getLength(); i++) {
      all.add((Element) found.item(i));
    }
    return all;
  }

  @Nullable Node node(String id) {
    return nodes.get(id);
  }

  String name(String id) {
    var node = nodes.get(id);
    return node == null ? id : node.name();
  }

  List<Node> touches() {
    return nodes.values().stream().filter(node -> node.content() != null).toList();
  }

  /** The event that starts the journey. */
  @Nullable Node start() {
    return nodes.values().stream()
        .filter(node -> node.type().equals("startEvent") && node.scope() == null)
        .findFirst()
        .orElse(null);
  }

  List<Flow> from(String id) {
    return flows.stream().filter(flow -> flow.source().equals(id)).toList();
  }

  /**
   * Whether the step may still come when the run stands at {@code from}, also by an interruption.
   */
  boolean leads(Collection<String> from, String step) {
    return distance(from, step) < Integer.MAX_VALUE;
  }

  /** Parts of the drawing between; {@link Integer#MAX_VALUE} when the step cannot come. */
  int distance(Collection<String> from, String step) {
    Set<String> seen = new HashSet<>();
    List<String> front = from.stream().flatMap(id -> after(id).stream()).toList();
    for (int far = 1; !front.isEmpty(); far++) {
      if (front.contains(step)) {
        return far;
      }
      front = front.stream().filter(seen::add).flatMap(id -> after(id).stream()).toList();
    }
    return Integer.MAX_VALUE;
  }

  private List<String> after(String id) {
    var next = new ArrayList<String>();
    from(id).forEach(flow -> next.add(flow.target()));
    for (var node : nodes.values()) {
      boolean inside = Objects.equals(node.scope(), id) && node.type().equals("startEvent");
      if (inside || id.equals(node.attachedTo())) {
        next.add(node.id());
      }
    }
    var self = nodes.get(id);
    if (self != null && self.scope() != null) {
      next.addAll(leaving(self, self.scope()));
    }
    return next;
  }

  /** Out of a sub-process: at its end, or by an event at its edge. */
  private List<String> leaving(Node self, String scope) {
    var next = new ArrayList<String>();
    if (self.type().equals("endEvent")) {
      from(scope).forEach(flow -> next.add(flow.target()));
    }
    nodes.values().stream()
        .filter(node -> scope.equals(node.attachedTo()))
        .forEach(node -> next.add(node.id()));
    return next;
  }
}
