package dev.siyu.xml;

import java.io.StringWriter;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;

/** Writes a document down; reads nothing. */
public final class XmlText {

  private XmlText() {}

  /** The same text for the same document, on every machine. */
  public static String of(Document document) {
    try {
      var factory = TransformerFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      var writer = factory.newTransformer();
      writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      var text = new StringWriter();
      writer.transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("this JDK cannot write XML", e);
    }
  }
}
