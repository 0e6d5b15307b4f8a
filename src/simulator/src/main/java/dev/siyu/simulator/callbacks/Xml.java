package dev.siyu.simulator.callbacks;

/** Elements of a message as WeCom writes them. */
final class Xml {

  static void element(StringBuilder xml, String name, String value) {
    xml.append('<').append(name).append("><![CDATA[");
    xml.append(value.replace("]]>", "]]]]><![CDATA[>"));
    xml.append("]]></").append(name).append('>');
  }

  private Xml() {}
}
