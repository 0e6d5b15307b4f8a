package dev.siyu.xml;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** How deep elements lie in each other, counted before a tree is built of them. */
final class Nesting {

  /** Lower than what any JDK refuses by itself, so that the sentence is always ours. */
  static final int DEEPEST = 64;

  /**
   * @throws SafeXml.Malformed when elements lie deeper; what is wrong otherwise the parser says
   */
  static void refuse(String xml) throws SafeXml.Malformed {
    int depth = 0;
    try {
      var reader = factory().createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
          throw new SafeXml.Malformed(
              "elements nested deeper than %d (expected: at most %d)".formatted(DEEPEST, DEEPEST));
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        } else if (event == XMLStreamConstants.DTD) {
          return;
        }
      }
    } catch (XMLStreamException e) {
      return;
    }
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  private Nesting() {}
}
