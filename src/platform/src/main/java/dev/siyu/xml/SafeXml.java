package dev.siyu.xml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Parses XML that somebody else wrote. Any DOCTYPE is refused, so there are no entities and nothing
 * is ever fetched; only UTF-8 is read, whatever the prolog says.
 */
public final class SafeXml {

  /** The bytes are not XML that we read. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    /** For what else a reader of the text found. */
    public Malformed(String reason) {
      super(reason);
    }

    Malformed(String reason, @Nullable Throwable cause) {
      super(reason, cause);
    }
  }

  private static final String DISALLOW_DOCTYPE =
      "http://apache.org/xml/features/disallow-doctype-decl";

  /** Lower than what any JDK refuses by itself, so that the sentence is always ours. */
  private static final int DEEPEST = 64;

  private static final String TOO_DEEP =
      "elements nested deeper than %d (expected: at most %d)".formatted(DEEPEST, DEEPEST);

  /** The JDK's own code for it, the same in all languages. */
  private static final String ELEMENT_DEPTH = "JAXP00010006";

  private static final DocumentBuilderFactory FACTORY = factory();

  private SafeXml() {}

  /** Parses at most {@code maxBytes} of UTF-8. */
  public static Document parse(byte[] bytes, int maxBytes) throws Malformed {
    if (bytes.length > maxBytes) {
      throw new Malformed(bytes.length + " bytes (expected: <= " + maxBytes + ")", null);
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return builder().parse(new InputSource(new StringReader(text)));
    } catch (CharacterCodingException e) {
      throw new Malformed("not UTF-8", e);
    } catch (SAXException | IOException e) {
      throw new Malformed(isTooDeep(e) ? TOO_DEEP : "not well-formed", e);
    }
  }

  private static boolean isTooDeep(Exception refusal) {
    return String.valueOf(refusal.getMessage()).contains(ELEMENT_DEPTH);
  }

  private static DocumentBuilder builder() {
    try {
      DocumentBuilder builder;
      synchronized (FACTORY) {
        builder = FACTORY.newDocumentBuilder();
      }
      builder.setErrorHandler(new Silent());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this JDK has no hardened XML parser", e);
    }
  }

  private static DocumentBuilderFactory factory() {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(DISALLOW_DOCTYPE, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setAttribute("jdk.xml.maxElementDepth", String.valueOf(DEEPEST));
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      return factory;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this JDK has no hardened XML parser", e);
    }
  }

  /** Keeps the JDK from printing hostile input to standard error. */
  private static final class Silent implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
