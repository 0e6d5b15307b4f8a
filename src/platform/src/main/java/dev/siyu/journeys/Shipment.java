package dev.siyu.journeys;

import dev.siyu.artifacts.DecisionTable;
import dev.siyu.engine.EngineOperations.Resource;
import dev.siyu.xml.SafeXml;
import dev.siyu.xml.XmlText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A drawing as the engine gets it. Engine 8.5 calls the newest table or form of an id; so that each
 * version of a drawing calls those it was approved with, their ids carry the hash of their text.
 *
 * @param process the drawing, first of all, and its tables
 * @param forms go in before
 */
record Shipment(List<Resource> process, List<Resource> forms) {

  private static final int MARK = 12;

  /** A drawing without enclosures goes as it is, byte for byte. */
  static Shipment of(String processId, String xml) {
    var name = processId + ".bpmn";
    var enclosed = Enclosures.of(Drawing.read(xml));
    if (enclosed.isEmpty()) {
      return new Shipment(List.of(resource(name, xml)), List.of());
    }
    var tables = new ArrayList<Resource>();
    var forms = new ArrayList<Resource>();
    Map<String, String> decisionIds = new HashMap<>();
    Map<String, String> formIds = new HashMap<>();
    for (var one : enclosed) {
      var mark = "_" + DigestUtils.sha256Hex(one.text()).substring(0, MARK);
      switch (one.kind()) {
        case DECISION -> {
          var document = parsed(one.text(), DecisionTable.MAX_BYTES);
          one.called().forEach(id -> decisionIds.put(id, id + mark));
          DecisionIds.mark(document, mark);
          tables.add(resource(processId + "-" + one.id() + ".dmn", XmlText.of(document)));
        }
        case FORM -> {
          formIds.put(one.id(), one.id() + mark);
          forms.add(
              resource(one.id() + mark + ".form", FormId.changed(one.text(), one.id() + mark)));
        }
      }
    }
    var document = parsed(xml, Drawing.MAX_BYTES);
    each(document, "calledDecision", element -> rename(element, "decisionId", decisionIds));
    each(document, "formDefinition", element -> rename(element, "formId", formIds));
    each(
        document,
        Enclosures.NAMESPACE,
        "*",
        element -> element.getParentNode().removeChild(element));
    var process = new ArrayList<Resource>();
    process.add(resource(name, XmlText.of(document)));
    process.addAll(tables);
    return new Shipment(List.copyOf(process), List.copyOf(forms));
  }

  private static void rename(Element element, String attribute, Map<String, String> names) {
    var name = element.getAttribute(attribute);
    if (names.containsKey(name)) {
      element.setAttribute(attribute, names.get(name));
    }
  }

  private static void each(Document document, String name, Consumer<Element> act) {
    each(document, Drawing.ZEEBE, name, act);
  }

  private static void each(
      Document document, String namespace, String name, Consumer<Element> act) {
    var nodes = document.getElementsByTagNameNS(namespace, name);
    // the list is live: what is removed leaves it
    var found = new ArrayList<Element>();
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    found.forEach(act);
  }

  private static Document parsed(String xml, int most) {
    try {
      return SafeXml.parse(xml.getBytes(StandardCharsets.UTF_8), most);
    } catch (SafeXml.Malformed e) {
      throw new IllegalArgumentException("drawing: " + e.getMessage(), e);
    }
  }

  private static Resource resource(String name, String text) {
    return new Resource(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
