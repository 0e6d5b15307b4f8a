package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.BPMN;
import static dev.siyu.journeys.Drawing.ZEEBE;
import static dev.siyu.journeys.DrawingRule.error;

import dev.siyu.artifacts.PlainText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What no honest drawing holds; looked at before every other rule, and alone when broken. */
final class SafetyRules {

  static final int MOST_ELEMENTS = 400;
  static final int DEEPEST = 24;
  private static final int LONGEST_ICON = 4_000;

  private static final Set<String> NAMESPACES =
      Set.of(
          BPMN,
          Drawing.BPMNDI,
          ZEEBE,
          "http://www.omg.org/spec/DD/20100524/DC",
          "http://www.omg.org/spec/DD/20100524/DI");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          ZEEBE,
          "http://camunda.org/schema/modeler/1.0",
          "http://www.w3.org/2001/XMLSchema-instance",
          "http://www.w3.org/2000/xmlns/",
          "http://bpmn.io/schema/bpmn/biocolor/1.0",
          "http://www.omg.org/spec/BPMN/non-normative/color/1.0");
  private static final Set<String> ROOTS =
      Set.of("process", "message", "error", "signal", "escalation", "collaboration", "BPMNDiagram");

  static final DrawingRule NOT_TOO_LARGE = SizeRules::tooLarge;

  static final DrawingRule ONLY_OUR_LANGUAGES =
      drawing -> {
        var foreign = new ArrayList<Finding>();
        for (var element : everything(drawing.root())) {
          if (!NAMESPACES.contains(String.valueOf(element.getNamespaceURI()))
              && !Enclosures.isOne(element)) {
            foreign.add(foreign(drawing, element, element.getNodeName()));
          }
          attributes(element)
              .filter(SafetyRules::isForeign)
              .forEach(attr -> foreign.add(foreign(drawing, element, attr.getName())));
          if (element.getParentNode() == drawing.root()
              && !ROOTS.contains(element.getLocalName())) {
            foreign.add(foreign(drawing, element, element.getNodeName()));
          }
        }
        instructions(drawing).forEach(name -> foreign.add(foreign(drawing, drawing.root(), name)));
        return foreign.stream().distinct().limit(50).toList();
      };

  static final DrawingRule TEXTS_ARE_PLAIN =
      drawing -> {
        var findings = new ArrayList<Finding>();
        for (var element : everything(drawing.root())) {
          Stream.concat(
                  attributes(element)
                      .filter(attr -> !attr.getName().startsWith("xmlns"))
                      .map(attr -> new Text(attr.getLocalName(), attr.getValue())),
                  ownText(element))
              .filter(text -> !text.isPlain())
              .forEach(
                  text ->
                      findings.add(
                          error(
                              drawing.ownerId(element),
                              "text",
                              "文字里有标记、脚本、密钥引用、不可见字符，或过长 / markup, script, a secret, invisible"
                                  + " characters, or too long a text")));
        }
        return findings.stream().distinct().limit(50).toList();
      };

  static final List<DrawingRule> ALL =
      List.of(
          NOT_TOO_LARGE, ONLY_OUR_LANGUAGES, TEXTS_ARE_PLAIN, EnclosureRules.ENCLOSURES_ARE_SOUND);

  private record Text(String name, String value) {

    boolean isPlain() {
      if (name.equals("modelerTemplateIcon")) {
        return isIcon(value);
      }
      return value.startsWith("=") && !name.equals("name")
          ? PlainText.isHarmless(value)
          : PlainText.isPlain(value);
    }
  }

  /** The little pictures of the palette, drawn by us: nothing is loaded and nothing runs. */
  private static boolean isIcon(String value) {
    if (!value.startsWith("data:image/svg+xml,") || value.length() > LONGEST_ICON) {
      return false;
    }
    try {
      var svg = URLDecoder.decode(value, StandardCharsets.UTF_8);
      return !svg.matches(
          "(?is).*(<script|<foreignobject|<image|<use|href|\\bon[a-z]+\\s*=|url\\().*");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Finding foreign(Drawing drawing, Element element, String name) {
    return error(
        drawing.ownerId(element),
        "foreign",
        "图里不该有 %s / does not belong here: %s".formatted(name, name));
  }

  private static boolean isForeign(Attr attribute) {
    var namespace = attribute.getNamespaceURI();
    return namespace != null && !ATTRIBUTES.contains(namespace);
  }

  private static Stream<Text> ownText(Element element) {
    var texts = new ArrayList<Text>();
    // the text of a table or form has rules of its own
    var first = Enclosures.isOne(element) ? null : element.getFirstChild();
    for (var node = first; node != null; node = node.getNextSibling()) {
      if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
        texts.add(new Text("", node.getNodeValue().strip()));
      }
    }
    return texts.stream();
  }

  private static List<String> instructions(Drawing drawing) {
    var names = new ArrayList<String>();
    var document = drawing.root().getOwnerDocument();
    for (var node = document.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
        names.add("<?" + node.getNodeName());
      }
    }
    return names;
  }

  private static Stream<Attr> attributes(Element element) {
    var found = element.getAttributes();
    return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1).map(i -> (Attr) found.item(i));
  }

  /** Without recursion: how deep a hostile file goes is not known yet. */
  private static List<Element> everything(Element root) {
    var all = new ArrayList<Element>();
    all.add(root);
    var nodes = root.getElementsByTagName("*");
    for (int i = 0; i < nodes.getLength(); i++) {
      all.add((Element) nodes.item(i));
    }
    return all;
  }

  private SafetyRules() {}
}
