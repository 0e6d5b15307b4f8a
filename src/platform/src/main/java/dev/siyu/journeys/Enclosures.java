package dev.siyu.journeys;

import static dev.siyu.journeys.Drawing.BPMN;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Decision tables and forms that stand in a drawing itself: what is drafted, checked, approved and
 * deployed is one text. They lie in the extension elements of the process, each as the text of one
 * element.
 */
final class Enclosures {

  static final String NAMESPACE = "https://siyu.dev/schema/enclosures/1.0";

  /** Of the engine's files. */
  enum Kind {
    DECISION,
    FORM
  }

  /**
   * @param id by which it stands in the drawing
   * @param text DMN or form-js JSON
   * @param file what the file calls itself: the definitions of a DMN file, a form; the same as id
   * @param called ids that drawings call: of each decision in a file, of a form
   */
  record Enclosed(Kind kind, String id, String text, String file, Set<String> called) {}

  static List<Enclosed> of(Drawing drawing) {
    return drawing.all(NAMESPACE, "*").stream()
        .flatMap(element -> kind(element).map(kind -> enclosed(kind, element)).stream())
        .toList();
  }

  static Set<String> called(Drawing drawing, Kind kind) {
    return of(drawing).stream()
        .filter(one -> one.kind() == kind)
        .flatMap(one -> one.called().stream())
        .collect(Collectors.toSet());
  }

  /** Where it belongs, with nothing but text in it and nothing but its id on it. */
  static boolean isOne(Element element) {
    var box = element.getParentNode();
    return kind(element).isPresent()
        && box.getLocalName().equals("extensionElements")
        && box.getParentNode() instanceof Element process
        && BPMN.equals(process.getNamespaceURI())
        && process.getLocalName().equals("process")
        && Drawing.children(element).isEmpty()
        && Stream.iterate(0, i -> i < element.getAttributes().getLength(), i -> i + 1)
            .map(i -> element.getAttributes().item(i).getNodeName())
            .allMatch(name -> name.equals("id") || name.startsWith("xmlns"));
  }

  private static Enclosed enclosed(Kind kind, Element element) {
    var id = element.getAttribute("id");
    var text = element.getTextContent().strip();
    return switch (kind) {
      case DECISION -> {
        var names = DecisionIds.of(text);
        yield new Enclosed(kind, id, text, names.file(), names.decisions());
      }
      case FORM -> new Enclosed(kind, id, text, FormId.of(text), Set.of(id));
    };
  }

  private static Optional<Kind> kind(Element element) {
    return !NAMESPACE.equals(element.getNamespaceURI())
        ? Optional.empty()
        : switch (element.getLocalName()) {
          case "decision" -> Optional.of(Kind.DECISION);
          case "form" -> Optional.of(Kind.FORM);
          default -> Optional.empty();
        };
  }

  private Enclosures() {}
}
