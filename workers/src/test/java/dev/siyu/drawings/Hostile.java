package dev.siyu.drawings;

import dev.siyu.drawn.Approval;
import dev.siyu.drawn.SeedUserIntake;
import java.util.List;

/**
 * A file made to do harm.
 *
 * @param refusedBy the rule or code that must refuse it
 */
record Hostile(String name, String text, String refusedBy) {

  @Override
  public String toString() {
    return name;
  }

  private static final String DRAWING = Studio.drawing(SeedUserIntake.PROCESS_ID);
  private static final String SIGNING = Studio.drawing(Approval.PROCESS_ID);
  private static final String NAME = "name=\"沉睡\"";
  private static final String PROCESS = "isExecutable=\"true\">";
  private static final String CONDITION = "=outcome = \"REFUSED_LATER\"";

  static List<Hostile> drawings() {
    return List.of(
        new Hostile("external entity", doctype("<!ENTITY x SYSTEM \"file:///etc/passwd\">"), "xml"),
        new Hostile(
            "entity over http", doctype("<!ENTITY x SYSTEM \"http://127.0.0.1:1/x\">"), "xml"),
        new Hostile(
            "parameter entity",
            doctype("<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x\"> %x;"),
            "xml"),
        new Hostile("billion laughs", doctype(laughs()), "xml"),
        new Hostile(
            "external DTD",
            DRAWING.replaceFirst("\\?>", "?><!DOCTYPE d SYSTEM \"http://127.0.0.1:1/d.dtd\">"),
            "xml"),
        new Hostile("a megabyte too many", DRAWING + " ".repeat(1 << 20), "xml"),
        new Hostile("bytes of a zip", "PK\u0003\u0004\u0014\u0000\u0000\u0008" + DRAWING, "xml"),
        new Hostile("nothing", "", "xml"),
        new Hostile("a page", "<html><script>alert(1)</script></html>", "one-process"),
        new Hostile("says UTF-16", DRAWING.replace("UTF-8", "UTF-16"), "xml"),
        new Hostile("says UTF-7", DRAWING.replace("UTF-8", "UTF-7"), "xml"),
        new Hostile("XML 1.1", DRAWING.replace("version=\"1.0\"", "version=\"1.1\""), "xml"),
        new Hostile("half characters", DRAWING.replace(NAME, "name=\"\uD800\""), "xml"),
        new Hostile("zero byte", DRAWING.replace(NAME, "name=\"a\u0000\""), "xml"),
        new Hostile("cut off", DRAWING.substring(0, DRAWING.length() / 2), "xml"),
        new Hostile(
            "nested 1000 deep",
            with(
                PROCESS,
                PROCESS
                    + "<bpmn:documentation>".repeat(1000)
                    + "</bpmn:documentation>".repeat(1000)),
            "xml"),
        new Hostile(
            "10000 ends",
            with(
                "</bpmn:process>", "<bpmn:endEvent id=\"e\" />".repeat(10_000) + "</bpmn:process>"),
            "size"),
        new Hostile(
            "stylesheet instruction",
            DRAWING.replaceFirst("\\?>", "?><?xml-stylesheet href=\"x.xsl\"?>"),
            "foreign"),
        new Hostile(
            "include",
            with(
                PROCESS,
                PROCESS
                    + "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\""
                    + " href=\"file:///etc/passwd\" />"),
            "foreign"),
        new Hostile(
            "embedded svg",
            with(
                PROCESS,
                PROCESS + "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\" />"),
            "foreign"),
        new Hostile(
            "embedded html",
            with(
                PROCESS,
                PROCESS + "<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>"),
            "foreign"),
        new Hostile(
            "camunda 7 script",
            with(
                PROCESS,
                PROCESS
                    + "<c:executionListener xmlns:c=\"http://camunda.org/schema/1.0/bpmn\""
                    + " class=\"X\" />"),
            "foreign"),
        new Hostile(
            "foreign attribute",
            with(
                "<bpmn:endEvent ",
                "<bpmn:endEvent xmlns:f=\"urn:f\" f:class=\"java.lang.Runtime\" "),
            "foreign"),
        new Hostile(
            "import",
            with(
                "<bpmn:process id",
                "<bpmn:import importType=\"x\" location=\"http://127.0.0.1:1/\" namespace=\"x\""
                    + " /><bpmn:process id"),
            "foreign"),
        new Hostile(
            "script in a name",
            with(NAME, "name=\"&lt;script&gt;alert(1)&lt;/script&gt;\""),
            "text"),
        new Hostile(
            "image in a name", with(NAME, "name=\"&lt;img src=x onerror=alert(1)&gt;\""), "text"),
        new Hostile(
            "broken tag in a name", with(NAME, "name=\"&lt; / svg onload=alert(1)\""), "text"),
        new Hostile(
            "link in the documentation",
            with("<bpmn:documentation>", "<bpmn:documentation>[x](javascript:alert(1)) "),
            "text"),
        new Hostile(
            "spaced link",
            with("<bpmn:documentation>", "<bpmn:documentation>java script : alert(1) "),
            "text"),
        new Hostile(
            "page as data",
            with("<bpmn:documentation>", "<bpmn:documentation>data:text/html;base64,PHg+ "),
            "text"),
        new Hostile("name read backwards", with(NAME, "name=\"\u202Egnp.exe\""), "text"),
        new Hostile("invisible name", with(NAME, "name=\"a\u200Bb\""), "text"),
        new Hostile(
            "secret reference",
            with("key=\"reason\" value=\"", "key=\"reason\" value=\"{{secrets.WECOM}}"),
            "text"),
        new Hostile("secret in an expression", with(CONDITION, "=secrets.WECOM = outcome"), "text"),
        new Hostile(
            "icon from elsewhere",
            with(
                "<bpmn:endEvent ",
                "<bpmn:endEvent zeebe:modelerTemplateIcon=\"http://127.0.0.1:1/x.svg\" "),
            "text"),
        new Hostile(
            "icon with a script",
            with(
                "<bpmn:endEvent ",
                "<bpmn:endEvent"
                    + " zeebe:modelerTemplateIcon=\"data:image/svg+xml,%3Csvg%3E%3Cscript%3E1%3C/script%3E%3C/svg%3E\""
                    + " "),
            "text"),
        new Hostile("a book as a name", with(NAME, "name=\"" + "长".repeat(5_000) + "\""), "text"),
        new Hostile("script task", with("bpmn:serviceTask", "bpmn:scriptTask"), "palette"),
        new Hostile("call activity", with("bpmn:serviceTask", "bpmn:callActivity"), "palette"),
        new Hostile(
            "signal to everybody",
            with("bpmn:terminateEventDefinition", "x")
                .replace("bpmn:messageEventDefinition", "bpmn:signalEventDefinition"),
            "palette"),
        new Hostile(
            "connector", with("type=\"hand-over\"", "type=\"io.camunda:http-json:1\""), "job-type"),
        new Hostile(
            "computed job type", with("type=\"hand-over\"", "type=\"=anything\""), "job-type"),
        new Hostile(
            "script extension",
            with(
                "<zeebe:taskHeaders>",
                "<zeebe:script expression=\"=1\" resultVariable=\"x\" /><zeebe:taskHeaders>"),
            "extension"),
        new Hostile(
            "execution listener",
            with(
                "<zeebe:taskHeaders>",
                "<zeebe:executionListeners><zeebe:executionListener eventType=\"start\" type=\"x\""
                    + " /></zeebe:executionListeners><zeebe:taskHeaders>"),
            "extension"),
        new Hostile(
            "mailing list",
            with(
                "</bpmn:serviceTask>",
                "<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics"
                    + " inputCollection=\"=everybody\""
                    + " /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:serviceTask>"),
            "multi-instance"),
        new Hostile(
            "range of a billion", with(CONDITION, "=count(0..1000000000) &gt; 0"), "expression"),
        new Hostile(
            "nested loops",
            with(CONDITION, "=count(for a in 1..9999, b in 1..9999 return a) &gt; 0"),
            "expression"),
        new Hostile(
            "own function", with(CONDITION, "={f: function(x) f(x + 1), y: f(1)}.y"), "expression"),
        new Hostile(
            "java function",
            with(
                CONDITION,
                "={f: function(x) external {java: {class: \"java.lang.System\", method signature:"
                    + " \"exit(int)\"}}, y: f(1)}.y"),
            "feel"),
        new Hostile(
            "expression of 100 kB",
            with(CONDITION, "=" + "1+".repeat(1_900) + "1 &gt; 0"),
            "expression"),
        new Hostile(
            "brackets without end",
            with(CONDITION, "=" + "(".repeat(400) + "1" + ")".repeat(400) + " = 1"),
            "expression"),
        new Hostile("slow pattern", with(CONDITION, "=matches(name, \"(a+)+$\")"), "expression"),
        new Hostile(
            "a thousand years", with("duration(\"P3D\")", "duration(\"P365000D\")"), "expression"),
        new Hostile("back in time", with("duration(\"P3D\")", "duration(\"-P3D\")"), "expression"),
        new Hostile(
            "two processes of one id",
            with(
                "<bpmn:process id",
                "<bpmn:process id=\"seed-user-intake\" name=\"x\" /><bpmn:process id"),
            "one-process"),
        new Hostile(
            "hidden step",
            with("bpmnElement=\"task_ParkDormant\"", "bpmnElement=\"elsewhere\""),
            "diagram"),
        new Hostile(
            "step shown twice",
            with("bpmnElement=\"task_HandOver\"", "bpmnElement=\"task_ParkDormant\""),
            "diagram"),
        new Hostile("folded away", with("isExpanded=\"true\"", "isExpanded=\"false\""), "diagram"),
        new Hostile(
            "shape beyond the world", with("<dc:Bounds x=\"", "<dc:Bounds x=\"9e99"), "diagram"),
        new Hostile(
            "shape nowhere", with("<dc:Bounds x=\"", "<dc:Bounds x=\"NaN\" z=\""), "diagram"),
        new Hostile("one id twice", with("id=\"end_Dormant\"", "id=\"end_Lost\""), "unique-id"),
        new Hostile(
            "foreign message",
            with("name=\"customer-replied\"", "name=\"../../admin\""),
            "message"),
        new Hostile(
            "form of nobody",
            SIGNING.replace("formId=\"approval-answer\"", "formId=\"../../etc\""),
            "form"),
        new Hostile(
            "edge of nothing",
            SIGNING.replace("attachedToRef=\"task_Sign\"", "attachedToRef=\"x\""),
            "engine"));
  }

  private static String with(String sound, String hostile) {
    return DRAWING.replace(sound, hostile);
  }

  private static String doctype(String entities) {
    return DRAWING
        .replaceFirst("\\?>", "?><!DOCTYPE d [" + entities + "]>")
        .replace(NAME, "name=\"&x;\"");
  }

  private static String laughs() {
    var lines = new StringBuilder("<!ENTITY x0 \"lol\">");
    for (int i = 1; i < 10; i++) {
      lines.append("<!ENTITY x%d \"%s\">".formatted(i, ("&x" + (i - 1) + ";").repeat(10)));
    }
    return lines + "<!ENTITY x \"&x9;\">";
  }
}
