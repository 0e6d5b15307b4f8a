package dev.siyu.artifacts;

import dev.siyu.xml.SafeXml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A DMN file that somebody wrote, held against what we let the engine see. */
public final class DecisionTable {

  /** Of one file, in UTF-8. */
  public static final int MAX_BYTES = 256 * 1024;

  private static final int MOST_ELEMENTS = 12_000;
  private static final int DEEPEST = 16;
  private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
  private static final Set<String> NAMESPACES =
      Set.of(
          DMN,
          "https://www.omg.org/spec/DMN/20191111/DMNDI/",
          "http://www.omg.org/spec/DMN/20180521/DC/",
          "http://www.omg.org/spec/DMN/20180521/DI/");

  /** A table reads facts and answers; nothing else of DMN is needed for that. */
  private static final Set<String> ELEMENTS =
      Set.of(
          "definitions",
          "description",
          "decision",
          "variable",
          "informationRequirement",
          "requiredInput",
          "requiredDecision",
          "inputData",
          "decisionTable",
          "literalExpression",
          "input",
          "inputExpression",
          "inputValues",
          "output",
          "outputValues",
          "defaultOutputEntry",
          "rule",
          "inputEntry",
          "outputEntry",
          "annotation",
          "annotationEntry",
          "text");

  /** Everything wrong with it; empty when the engine may read it. */
  public static List<Objection> objections(String xml) {
    try {
      Prolog.refuse(xml);
      var document = SafeXml.parse(xml.getBytes(StandardCharsets.UTF_8), MAX_BYTES);
      var elements = elements(document);
      var objections = new ArrayList<Objection>();
      if (elements.size() > MOST_ELEMENTS || Depth.of(document.getDocumentElement()) > DEEPEST) {
        return List.of(
            new Objection("SIYU-3601", "决策表太大或嵌套太深", "the table is too large or too deep"));
      }
      foreign(document, elements, objections);
      texts(elements, objections);
      references(elements, objections);
      if (objections.isEmpty()) {
        expressions(document, objections);
      }
      if (objections.isEmpty()) {
        readable(xml, objections);
      }
      return objections.stream().distinct().limit(20).toList();
    } catch (SafeXml.Malformed e) {
      return List.of(
          new Objection(
              "SIYU-3600", "不是可读的 DMN 文件：" + e.getMessage(), "not a DMN file: " + e.getMessage()));
    }
  }

  private static void foreign(
      Document document, List<Element> elements, List<Objection> objections) {
    if (document.getDocumentElement() != document.getFirstChild()) {
      objections.add(notOurs("<?"));
    }
    for (var element : elements) {
      var namespace = String.valueOf(element.getNamespaceURI());
      if (!NAMESPACES.contains(namespace)
          || (namespace.equals(DMN) && !ELEMENTS.contains(element.getLocalName()))) {
        objections.add(notOurs(element.getNodeName()));
      }
      for (var name : List.of("expressionLanguage", "typeLanguage")) {
        var language = element.getAttribute(name);
        if (!language.isEmpty() && !language.toLowerCase(java.util.Locale.ROOT).contains("feel")) {
          objections.add(notOurs(name + " " + language));
        }
      }
    }
  }

  private static void texts(List<Element> elements, List<Objection> objections) {
    elements.stream()
        .flatMap(
            element ->
                Stream.concat(
                    Stream.of(element.getAttribute("name"), element.getAttribute("label")),
                    "description".equals(element.getLocalName())
                        ? Stream.of(element.getTextContent())
                        : Stream.of()))
        .filter(text -> !PlainText.isPlain(text))
        .map(
            text ->
                new Objection(
                    "SIYU-3603",
                    "文字里有标记、脚本、密钥引用、不可见字符，或过长",
                    "markup, script, a secret, invisible characters, or too long a text"))
        .forEach(objections::add);
  }

  /** Ids are unique, references stay in the file and lead nowhere in a circle. */
  private static void references(List<Element> elements, List<Objection> objections) {
    var ids = new HashSet<String>();
    for (var element : elements) {
      var id = element.getAttribute("id");
      if (!id.isEmpty() && !ids.add(id)) {
        objections.add(new Objection("SIYU-3604", "ID 重复：" + id, "id used twice: " + id));
      }
    }
    var circle =
        elements.stream()
            .filter(element -> element.hasAttribute("href"))
            .map(element -> element.getAttribute("href"))
            .anyMatch(href -> !href.startsWith("#") || !ids.contains(href.substring(1)));
    if (circle || Circles.among(elements)) {
      objections.add(
          new Objection(
              "SIYU-3605",
              "引用指向别的文件、绕成圈，或一层套一层太多",
              "a reference leaves the file, goes in a circle, or through too many tables"));
    }
  }

  private static void expressions(Document document, List<Objection> objections) {
    var texts = document.getElementsByTagNameNS(DMN, "text");
    for (int i = 0; i < texts.getLength(); i++) {
      var text = texts.item(i).getTextContent().strip();
      var place = texts.item(i).getParentNode().getLocalName();
      var wrong =
          switch (place) {
            case "inputEntry" -> Feel.problemOfTest(text);
            case "inputExpression", "outputEntry", "literalExpression", "defaultOutputEntry" ->
                text.isEmpty() ? java.util.Optional.<Feel.Wrong>empty() : Feel.problem(text);
            default -> java.util.Optional.<Feel.Wrong>empty();
          };
      wrong.ifPresent(
          reason ->
              objections.add(
                  new Objection(
                      "SIYU-3606",
                      "表达式过长、带循环或不支持的函数，或读不懂：" + shortened(text),
                      "an expression is unbounded or not FEEL: " + shortened(text))));
    }
  }

  private static void readable(String xml, List<Objection> objections) {
    try {
      Dmn.read(xml, "");
    } catch (Dmn.Unreadable e) {
      var why = e.getMessage();
      objections.add(new Objection("SIYU-3600", "不是可读的 DMN 文件：" + why, "not a DMN file: " + why));
    }
  }

  private static Objection notOurs(String what) {
    return new Objection("SIYU-3602", "表里不该有 " + what, "does not belong into a table: " + what);
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private static List<Element> elements(Document document) {
    var nodes = document.getElementsByTagName("*");
    var found = new ArrayList<Element>(nodes.getLength());
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  private DecisionTable() {}
}
