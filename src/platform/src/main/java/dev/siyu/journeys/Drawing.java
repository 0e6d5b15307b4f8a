package dev.siyu.journeys;

import dev.siyu.xml.SafeXml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

  private Drawing(String xml, Document document) {
    this.xml = xml;
    this.document = document;
  }

  static Drawing parse(String xml) throws SafeXml.Malformed {
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
    return Stream.concat(all(BPMN, "process").stream(), all(BPMN, "subProcess").stream())
        .flatMap(scope -> children(scope).stream())
        .filter(element -> BPMN.equals(element.getNamespaceURI()))
        .filter(element -> element.hasAttribute("id"))
        .filter(element -> !ANNOTATIONS.contains(element.getLocalName()))
        .filter(element -> !element.getLocalName().endsWith("EventDefinition"))
        .toList();
  }

  Set<String> shown() {
    return Stream.concat(all(BPMNDI, "BPMNShape").stream(), all(BPMNDI, "BPMNEdge").stream())
        .map(shape -> shape.getAttribute("bpmnElement"))
        .collect(Collectors.toSet());
  }

  /** Elements a flow leads to from the given one. */
  List<Element> next(Element from) {
    return all(BPMN, "sequenceFlow").stream()
        .filter(flow -> flow.getAttribute("sourceRef").equals(from.getAttribute("id")))
        .flatMap(flow -> byId(flow.getAttribute("targetRef")).stream())
        .toList();
  }

  List<Element> before(Element to) {
    return all(BPMN, "sequenceFlow").stream()
        .filter(flow -> flow.getAttribute("targetRef").equals(to.getAttribute("id")))
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

  private Optional<Element> byId(String id) {
    return drawn().stream().filter(element -> element.getAttribute("id").equals(id)).findFirst();
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
    return processId();
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
