package dev.siyu.drawings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Decision tables and forms made to do harm. */
final class HostileFiles {

  static final String TABLE = read("../processes/approval/limits.dmn");
  static final String FORM = read("../forms/approval-decision.form");
  private static final String DECISION = "<decision id=\"limits\" name=\"审批权限\">";

  static List<Hostile> tables() {
    return List.of(
        new Hostile(
            "external entity",
            TABLE.replaceFirst(
                "\\?>", "?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"),
            "SIYU-3600"),
        new Hostile("no table", "{\"a\": 1}", "SIYU-3600"),
        new Hostile("says UTF-16", TABLE.replace("UTF-8", "UTF-16"), "SIYU-3600"),
        new Hostile("too large", TABLE + " ".repeat(300_000), "SIYU-3600"),
        new Hostile(
            "deep",
            TABLE.replace(
                DECISION, DECISION + "<description>".repeat(50) + "</description>".repeat(50)),
            "SIYU-3601"),
        new Hostile(
            "1000 deep",
            TABLE.replace(
                DECISION, DECISION + "<description>".repeat(1000) + "</description>".repeat(1000)),
            "SIYU-3600"),
        new Hostile(
            "import",
            TABLE.replace(
                DECISION,
                "<import namespace=\"x\" name=\"x\" locationURI=\"http://127.0.0.1:1/x.dmn\""
                    + " importType=\"x\" />"
                    + DECISION),
            "SIYU-3602"),
        new Hostile(
            "function",
            TABLE.replace(DECISION, "<businessKnowledgeModel id=\"b\" name=\"b\" />" + DECISION),
            "SIYU-3602"),
        new Hostile(
            "groovy",
            TABLE
                .replace("<text>kind</text>", "<text>kind</text>")
                .replace(
                    "typeRef=\"string\">", "typeRef=\"string\" expressionLanguage=\"groovy\">"),
            "SIYU-3602"),
        new Hostile(
            "html inside",
            TABLE.replace(DECISION, "<x:p xmlns:x=\"http://www.w3.org/1999/xhtml\" />" + DECISION),
            "SIYU-3602"),
        new Hostile(
            "script in a name",
            TABLE.replace("label=\"事项\"", "label=\"&lt;script&gt;1&lt;/script&gt;\""),
            "SIYU-3603"),
        new Hostile(
            "one id twice", TABLE.replace("id=\"input_amount\"", "id=\"input_kind\""), "SIYU-3604"),
        new Hostile(
            "reference elsewhere",
            TABLE.replace(
                DECISION,
                DECISION
                    + "<informationRequirement id=\"r\"><requiredDecision"
                    + " href=\"http://127.0.0.1:1/x.dmn#d\" /></informationRequirement>"),
            "SIYU-3605"),
        new Hostile(
            "needs itself",
            TABLE.replace(
                DECISION,
                DECISION
                    + "<informationRequirement id=\"r\"><requiredDecision href=\"#limits\""
                    + " /></informationRequirement>"),
            "SIYU-3605"),
        new Hostile(
            "range of a billion",
            TABLE.replace("<text>kind</text>", "<text>count(0..1000000000)</text>"),
            "SIYU-3606"),
        new Hostile(
            "loop behind an escaped quote",
            TABLE.replace(
                "<text>kind</text>",
                "<text>\"\\\"\" + string(for i in 1..999999999 return i)</text>"),
            "SIYU-3606"),
        new Hostile(
            "digits that fill the memory",
            TABLE.replace("<text>&lt; 50000</text>", "<text>&lt; floor(10 ** 400000000)</text>"),
            "SIYU-3606"),
        new Hostile(
            "each table builds on the next",
            TABLE.replace(DECISION, row(5) + DECISION),
            "SIYU-3605"),
        new Hostile(
            "broken cell",
            TABLE
                .replace("<text>&lt; 50000</text>", "<text>&lt; &lt; 1</text>")
                .replace("<text>amount</text>", "<text>amount amount (</text>"),
            "SIYU-3606"));
  }

  static List<Hostile> forms() {
    return List.of(
        new Hostile("no form", "<form/>", "SIYU-3610"),
        new Hostile("nested 5000 deep", "[".repeat(5000) + "]".repeat(5000), "SIYU-3610"),
        new Hostile("one name twice", FORM.replaceFirst("\\{", "{\"id\": \"a-b-c\","), "SIYU-3610"),
        new Hostile(
            "id that climbs", FORM.replace("\"approval-decision\"", "\"../../x\""), "SIYU-3610"),
        new Hostile("too large", FORM.replace("意见", "长".repeat(100_000)), "SIYU-3611"),
        new Hostile(
            "one variable twice",
            FORM.replace(
                "\"components\": [",
                "\"components\": [{\"type\": \"number\", \"key\": \"comment\"},"),
            "SIYU-3612"),
        new Hostile("html", component("{\"type\": \"html\", \"content\": \"x\"}"), "SIYU-3613"),
        new Hostile(
            "page of somebody",
            component("{\"type\": \"iframe\", \"url\": \"https://example.org\"}"),
            "SIYU-3613"),
        new Hostile(
            "picture from elsewhere",
            component("{\"type\": \"image\", \"source\": \"http://127.0.0.1:1/x.png\"}"),
            "SIYU-3613"),
        new Hostile(
            "computed choices",
            component("{\"type\": \"select\", \"key\": \"a\", \"valuesExpression\": \"=x\"}"),
            "SIYU-3613"),
        new Hostile(
            "file of the reader",
            component("{\"type\": \"filepicker\", \"key\": \"f\"}"),
            "SIYU-3613"),
        new Hostile(
            "script in a label", FORM.replace("意见", "<img src=x onerror=alert(1)>"), "SIYU-3614"),
        new Hostile(
            "script behind a link",
            component("{\"type\": \"text\", \"text\": \"[x](javascript:alert(1))\"}"),
            "SIYU-3614"),
        new Hostile(
            "loop in a condition",
            component(
                "{\"type\": \"text\", \"text\": \"x\", \"conditional\": {\"hide\":"
                    + " \"=count(0..999999999) > 1\"}}"),
            "SIYU-3615"));
  }

  /** Decisions that each need the one before: what one answers may be the next one's many times. */
  private static String row(int many) {
    return IntStream.range(0, many)
        .mapToObj(
            i ->
                "<decision id=\"d%d\" name=\"d\">".formatted(i)
                    + (i == 0
                        ? ""
                        : "<informationRequirement id=\"r%d\">".formatted(i)
                            + "<requiredDecision href=\"#d%d\" />".formatted(i - 1)
                            + "</informationRequirement>")
                    + "<literalExpression id=\"l%d\"><text>1</text></literalExpression></decision>"
                        .formatted(i))
        .collect(Collectors.joining());
  }

  private static String component(String json) {
    return FORM.replace("\"components\": [", "\"components\": [" + json + ",");
  }

  static String read(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HostileFiles() {}
}
