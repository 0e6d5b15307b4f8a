package dev.siyu.history;

import dev.siyu.xml.SafeXml;
import java.nio.charset.StandardCharsets;
import org.w3c.dom.Element;

/** Reads the name of a process out of its drawing. */
final class DrawingName {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  private DrawingName() {}

  /** The name of the process with this id; the id itself when it has none. */
  static String of(String xml, String processId) {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    try {
      var processes = SafeXml.parse(bytes, bytes.length).getElementsByTagNameNS(BPMN, "process");
      for (int i = 0; i < processes.getLength(); i++) {
        Element process = (Element) processes.item(i);
        if (processId.equals(process.getAttribute("id"))) {
          String name = process.getAttribute("name");
          return name.isBlank() ? processId : name;
        }
      }
      return processId;
    } catch (SafeXml.Malformed e) {
      return processId;
    }
  }
}
