package dev.siyu.artifacts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A form (form-js JSON) that somebody drew, held against what we show to people. */
public final class FormSchema {

  static final int MAX_CHARACTERS = 100_000;
  private static final int DEEPEST = 24;
  private static final int MOST_COMPONENTS = 100;

  /** Fields and plain text; nothing that loads, runs or shows a page of somebody else. */
  private static final Set<String> COMPONENTS =
      Set.of(
          "default",
          "textfield",
          "textarea",
          "number",
          "checkbox",
          "checklist",
          "radio",
          "select",
          "taglist",
          "datetime",
          "group",
          "text",
          "separator",
          "spacer",
          "button");

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(MAX_CHARACTERS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  /** Everything wrong with it; empty when people may be shown it. */
  public static List<Objection> objections(String json) {
    if (json.length() > MAX_CHARACTERS) {
      return List.of(new Objection("SIYU-3611", "表单太大", "the form is too large"));
    }
    JsonNode form;
    try {
      form = JSON.readTree(json);
    } catch (JacksonException e) {
      return List.of(
          new Objection("SIYU-3610", "不是可读的表单", "not a form: " + e.getOriginalMessage()));
    }
    var objections = new ArrayList<Objection>();
    if (!form.path("components").isArray()
        || !form.path("id").asString("").matches("[a-z][a-z0-9-]{2,60}")) {
      objections.add(
          new Objection(
              "SIYU-3610",
              "表单要有 ID（小写字母、数字、连字符）和字段",
              "a form needs a kebab-case id and components"));
    }
    var keys = new ArrayList<String>();
    walk(form, keys, objections);
    if (keys.size() > MOST_COMPONENTS) {
      objections.add(new Objection("SIYU-3611", "字段太多", "too many fields"));
    }
    if (new HashSet<>(keys).size() != keys.size()) {
      objections.add(new Objection("SIYU-3612", "两个字段用同一个变量", "two fields of one variable"));
    }
    return objections.stream().distinct().limit(20).toList();
  }

  private static void walk(JsonNode node, List<String> keys, List<Objection> objections) {
    if (node.isString()) {
      text(node.asString(), objections);
    }
    if (node.isObject()) {
      var type = node.path("type").asString("");
      if (node.has("type") && !COMPONENTS.contains(type)) {
        objections.add(
            new Objection("SIYU-3613", "表单里不能用 " + type, "not allowed in a form: " + type));
      }
      if (node.has("key")) {
        keys.add(node.path("key").asString(""));
      }
      if (node.has("source") || node.has("url") || node.has("valuesExpression")) {
        objections.add(
            new Objection("SIYU-3613", "表单不能从别处取内容", "a form takes nothing from elsewhere"));
      }
    }
    node.forEach(child -> walk(child, keys, objections));
  }

  private static void text(String text, List<Objection> objections) {
    if (text.startsWith("=")) {
      Feel.problem(text)
          .ifPresent(
              wrong ->
                  objections.add(
                      new Objection(
                          "SIYU-3615",
                          "表达式过长、带循环或不支持的函数，或读不懂",
                          "an expression is unbounded or not FEEL")));
    }
    if (!(text.startsWith("=") ? PlainText.isHarmless(text) : PlainText.isPlain(text))
        || (text.contains("](") && !text.matches("(?s).*]\\((https://|/|#).*"))) {
      objections.add(
          new Objection(
              "SIYU-3614",
              "文字里有标记、脚本、密钥引用、不可见字符，或过长",
              "markup, script, a secret, invisible characters, or too long a text"));
    }
  }

  private FormSchema() {}
}
