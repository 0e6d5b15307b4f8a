package dev.siyu.history;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the name of a process out of its drawing. */
final class DrawingName {

  private DrawingName() {}

  /** The name of the process with this id; the id itself when it has none. */
  static String of(String xml, String processId) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT
            && reader.getLocalName().equals("process")
            && processId.equals(reader.getAttributeValue(null, "id"))) {
          String name = reader.getAttributeValue(null, "name");
          return name == null || name.isBlank() ? processId : name;
        }
      }
      return processId;
    } catch (XMLStreamException e) {
      return processId;
    }
  }
}
