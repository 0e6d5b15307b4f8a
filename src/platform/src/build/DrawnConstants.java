import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Writes the ids, job types and message names of all drawings as Java constants, so that a rename
 * in a drawing breaks the build and not the night shift.
 *
 * <p>Run by the build: {@code java DrawnConstants.java <folder of drawings> <source folder>}.
 */
class DrawnConstants {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
  private static final Set<String> NODES =
      Set.of(
          "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent",
          "boundaryEvent", "exclusiveGateway", "eventBasedGateway", "parallelGateway",
          "inclusiveGateway", "serviceTask", "userTask", "businessRuleTask", "subProcess",
          "callActivity", "receiveTask", "sendTask");

  public static void main(String[] args) throws Exception {
    var drawings = Path.of(args[0]);
    var target = Path.of(args[1]).resolve("dev/siyu/drawn");
    Files.createDirectories(target);
    var jobTypes = new TreeSet<String>();
    var messages = new TreeSet<String>();
    for (var file : bpmnFiles(drawings)) {
      var document = parse(file);
      attributes(document, ZEEBE, "taskDefinition", "type").forEach(jobTypes::add);
      attributes(document, BPMN, "message", "name").forEach(messages::add);
      var process = (Element) document.getElementsByTagNameNS(BPMN, "process").item(0);
      var constants = new TreeMap<String, String>();
      constants.put("PROCESS_ID", process.getAttribute("id"));
      constants.put("RESOURCE", "processes/" + slashes(drawings.relativize(file)));
      for (var node : elements(document, BPMN, "*")) {
        if (NODES.contains(node.getLocalName())) {
          put(constants, node.getAttribute("id"), file);
        }
      }
      write(
          target,
          className(process.getAttribute("id")),
          "The journey " + process.getAttribute("name") + " as drawn.",
          constants);
    }
    write(target, "JobTypes", "Every job type that a drawing asks for.", named(jobTypes));
    write(target, "Messages", "Every message that a drawing listens to.", named(messages));
  }

  private static Document parse(Path file) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(file.toFile());
  }

  private static List<Path> bpmnFiles(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".bpmn"))
          .filter(file -> !file.toString().contains("node_modules"))
          .sorted()
          .toList();
    }
  }

  private static List<Element> elements(Document document, String namespace, String name) {
    var nodes = document.getElementsByTagNameNS(namespace, name);
    var found = new ArrayList<Element>(nodes.getLength());
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  private static List<String> attributes(
      Document document, String namespace, String name, String attribute) {
    return elements(document, namespace, name).stream()
        .map(element -> element.getAttribute(attribute))
        .toList();
  }

  private static Map<String, String> named(Set<String> values) {
    var constants = new TreeMap<String, String>();
    values.forEach(value -> constants.put(constantName(value), value));
    return constants;
  }

  private static void put(Map<String, String> constants, String id, Path file) {
    if (constants.put(constantName(id), id) != null) {
      throw new IllegalStateException(
          "element id '" + id + "' in " + file + " (expected: differs by more than case)");
    }
  }

  private static void write(Path folder, String name, String says, Map<String, String> constants)
      throws IOException {
    var text = new StringBuilder("package dev.siyu.drawn;\n\n");
    text.append("/** ").append(says).append(" Written by the build; change the drawing. */\n");
    text.append("public final class ").append(name).append(" {\n");
    constants.forEach(
        (constant, value) ->
            text.append("  public static final String %s = \"%s\";\n".formatted(constant, value)));
    text.append("\n  private ").append(name).append("() {}\n}\n");
    var file = folder.resolve(name + ".java");
    if (!Files.exists(file) || !Files.readString(file).contentEquals(text)) {
      Files.writeString(file, text);
    }
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** {@code task_SendReminder1} becomes {@code TASK_SEND_REMINDER1}. */
  private static String constantName(String id) {
    return id.replace('-', '_').replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase();
  }

  /** {@code seed-user-intake} becomes {@code SeedUserIntake}. */
  private static String className(String processId) {
    var name = new StringBuilder();
    for (var word : processId.split("[-_]")) {
      name.append(word.substring(0, 1).toUpperCase()).append(word.substring(1));
    }
    return name.toString();
  }
}
