package dev.siyu.journeys;

import dev.siyu.artifacts.DecisionTable;
import dev.siyu.xml.SafeXml;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The names by which a DMN file is called.
 *
 * @param file what its definitions call themselves
 * @param decisions in it; empty for a file that cannot be read
 */
record DecisionIds(String file, Set<String> decisions) {

  static DecisionIds of(String dmn) {
    try {
      var document = SafeXml.parse(dmn.getBytes(StandardCharsets.UTF_8), DecisionTable.MAX_BYTES);
      var ids = new HashSet<String>();
      var decisions = document.getElementsByTagNameNS("*", "decision");
      for (int i = 0; i < decisions.getLength(); i++) {
        ids.add(((Element) decisions.item(i)).getAttribute("id"));
      }
      return new DecisionIds(document.getDocumentElement().getAttribute("id"), Set.copyOf(ids));
    } catch (SafeXml.Malformed unreadable) {
      return new DecisionIds("", Set.of());
    }
  }

  /** Gives the file and its decisions names that no other version of them has. */
  static void mark(Document document, String mark) {
    var root = document.getDocumentElement();
    var renamed = new HashSet<String>();
    var all = root.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      var element = (Element) all.item(i);
      if (element.getLocalName().equals("decision")) {
        keepVisible(element);
        renamed.add(element.getAttribute("id"));
        element.setAttribute("id", element.getAttribute("id") + mark);
      }
    }
    root.setAttribute("id", root.getAttribute("id") + mark);
    for (int i = 0; i < all.getLength(); i++) {
      refer((Element) all.item(i), "href", "#", renamed, mark);
      refer((Element) all.item(i), "dmnElementRef", "", renamed, mark);
    }
  }

  /** Other tables see what a decision without variable answers under its id. */
  private static void keepVisible(Element decision) {
    var parts = Drawing.children(decision);
    if (parts.stream().anyMatch(part -> part.getLocalName().equals("variable"))) {
      return;
    }
    var variable =
        decision
            .getOwnerDocument()
            .createElementNS(decision.getNamespaceURI(), qualified(decision, "variable"));
    variable.setAttribute("name", decision.getAttribute("id"));
    var next =
        parts.stream().filter(part -> !part.getLocalName().equals("description")).findFirst();
    decision.insertBefore(variable, next.orElse(null));
  }

  private static String qualified(Element like, String name) {
    var prefix = like.getPrefix();
    return prefix == null ? name : prefix + ":" + name;
  }

  private static void refer(
      Element element, String attribute, String before, Set<String> renamed, String mark) {
    var reference = element.getAttribute(attribute);
    if (reference.startsWith(before) && renamed.contains(reference.substring(before.length()))) {
      element.setAttribute(attribute, reference + mark);
    }
  }
}
