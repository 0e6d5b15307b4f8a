package dev.siyu.journeys;

import static java.util.stream.Collectors.groupingBy;

import dev.siyu.artifacts.Prolog;
import dev.siyu.xml.SafeXml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A parsed drawing, with the few questions that its rules ask. */
final class Drawing {

  static final int MAX_BYTES = 1024 * 1024;
  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI";
  static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

  /** Parts of a process that are neither flow nodes nor flows. */
  private static final Set<String> ANNOTATIONS =
      Set.of("documentation", "extensionElements", "textAnnotation", "association", "group");

  private final String xml;
  private final Document document;
  private final List<Element> drawn;
  private final String owner;
  private final Map<String, Element> byId;
  private final Map<String, List<Element>> flowsFrom;
  private final Map<String, List<Element>> flowsTo;

  private Drawing(String xml, Document document) {
    this.xml = xml;
    this.document = document;
    this.drawn = findDrawn();
    this.owner = all(BPMN, "process").isEmpty() ? "" : processId();
    this.byId =
        drawn.stream()
            .collect(Collectors.toMap(e -> e.getAttribute("id"), e -> e, (one, other) -> one));
    var flows = all(BPMN, "sequenceFlow");
    this.flowsFrom = flows.stream().collect(groupingBy(flow -> flow.getAttribute("sourceRef")));
    this.flowsTo = flows.stream().collect(groupingBy(flow -> flow.getAttribute("targetRef")));
  }

  static Drawing parse(String xml) throws SafeXml.Malformed {
    Prolog.refuse(xml);
    return new Drawing(xml, SafeXml.parse(xml.getBytes(StandardCharsets.UTF_8), MAX_BYTES));
  }

  /** As {@link #parse}, for a drawing that was checked. */
  static Drawing read(String xml) {
    try {
      return parse(xml);
    } catch (SafeXml.Malformed e) {
      throw new IllegalArgumentException("drawing: " + e.getMessage(), e);
    }
  }

  String xml() {
    return xml;
  }

  Element root() {
    return document.getDocumentElement();
  }

  List<Element> all(String namespace, String name) {
    var nodes = document.getElementsByTagNameNS(namespace, name);
    var found = new ArrayList<Element>(nodes.getLength());
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  String processId() {
    return all(BPMN, "process").getFirst().getAttribute("id");
  }

  /** Everything drawn directly in a process or sub-process: flow nodes, flows, annotations. */
  List<Element> drawn() {
    return drawn;
  }

  private List<Element> findDrawn() {
    return Stream.concat(all(BPMN, "process").stream(), all(BPMN, "subProcess").stream())
        .flatMap(scope -> children(scope).stream())
        .filter(element -> BPMN.equals(element.getNamespaceURI()))
        .filter(element -> element.hasAttribute("id"))
        .filter(element -> !ANNOTATIONS.contains(element.getLocalName()))
        .filter(element -> !element.getLocalName().endsWith("EventDefinition"))
        .toList();
  }

  /** Ids of what the diagram shows, once for each time. */
  List<String> shown() {
    return Stream.concat(all(BPMNDI, "BPMNShape").stream(), all(BPMNDI, "BPMNEdge").stream())
        .map(shape -> shape.getAttribute("bpmnElement"))
        .toList();
  }

  /** Elements a flow leads to from the given one. */
  List<Element> next(Element from) {
    return flowsFrom(from).stream()
        .flatMap(flow -> byId(flow.getAttribute("targetRef")).stream())
        .toList();
  }

  List<Element> flowsFrom(Element from) {
    return flowsFrom.getOrDefault(from.getAttribute("id"), List.of());
  }

  List<Element> before(Element to) {
    return flowsTo.getOrDefault(to.getAttribute("id"), List.of()).stream()
        .flatMap(flow -> byId(flow.getAttribute("sourceRef")).stream())
        .toList();
  }

  /** Timers at the edge of an activity that end it. */
  List<Element> deadlinesOf(Element activity) {
    return all(BPMN, "boundaryEvent").stream()
        .filter(event -> event.getAttribute("attachedToRef").equals(activity.getAttribute("id")))
        .filter(event -> !event.getAttribute("cancelActivity").equals("false"))
        .filter(event -> has(event, BPMN, "timerEventDefinition"))
        .toList();
  }

  Optional<Element> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The flow node or flow an inner part (extension, timer, header) belongs to. */
  String ownerId(Element inner) {
    for (Node node = inner; node instanceof Element element; node = node.getParentNode()) {
      if (BPMN.equals(element.getNamespaceURI())
          && element.hasAttribute("id")
          && !element.getLocalName().endsWith("EventDefinition")) {
        return element.getAttribute("id");
      }
    }
    return owner;
  }

  static List<Element> children(Element parent) {
    var found = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  static boolean has(Element element, String namespace, String name) {
    return element.getElementsByTagNameNS(namespace, name).getLength() > 0;
  }
}
