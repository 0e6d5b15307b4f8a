package dev.siyu.artifacts;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** How deep XML is nested; found without recursion, because a hostile file may go very deep. */
public final class Depth {

  public static int of(Element root) {
    int deepest = 0;
    int depth = 0;
    Node node = root;
    while (node != null) {
      deepest = Math.max(deepest, depth);
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        depth++;
        continue;
      }
      while (node != null && node != root && node.getNextSibling() == null) {
        node = node.getParentNode();
        depth--;
      }
      node = node == null || node == root ? null : node.getNextSibling();
    }
    return deepest;
  }

  private Depth() {}
}
