package dev.siyu.artifacts;

import dev.siyu.xml.SafeXml;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The first line of an XML file: every reader must take the bytes for the same characters. */
public final class Prolog {

  private static final Pattern OTHER =
      Pattern.compile(
          "^\\s*<\\?xml\\b(?![^>]*version=[\"']1\\.0[\"'](\\s+encoding=[\"'](?i:utf-8)[\"'])?\\s*"
              + "(standalone=[\"'](yes|no)[\"']\\s*)?\\?>)");

  /**
   * @throws SafeXml.Malformed when it names another version or encoding, or when the text has half
   *     characters, which no encoding can hold
   */
  public static void refuse(String xml) throws SafeXml.Malformed {
    if (OTHER.matcher(xml).find()) {
      throw new SafeXml.Malformed("prolog (expected: version 1.0, encoding UTF-8)");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(xml)) {
      throw new SafeXml.Malformed("half characters (expected: UTF-8)");
    }
  }

  private Prolog() {}
}
