const ATTRIBUTES = ['title', 'placeholder', 'aria-label'];

/**
 * Says the texts of an editor that has no hook for them in other words, now and whenever it writes some.
 * Only whole texts that are known, or begin like a key that ends with *; never within {@code except}, where people's own words stand.
 */
export function inWordsOf(root: HTMLElement, words: Record<string, string>, except: string): () => void {
  const begins = Object.entries(words).filter(([key]) => key.endsWith('*'));
  const known = (text: string) => (Object.hasOwn(words, text) ? words[text] : text ? begins.find(([key]) => text.startsWith(key.slice(0, -1)))?.[1] : undefined);

  function say(node: Node) {
    if (node instanceof Text) {
      const text = node.data.trim();
      const said = text && !node.parentElement?.closest(except) ? known(text) : undefined;
      // writing what stands there already would be heard, and written again, for ever
      if (said !== undefined && said !== text) node.data = node.data.replace(text, () => said);
      return;
    }
    if (!(node instanceof Element) || node.closest(except)) return;
    sayAttributes(node);
    node.childNodes.forEach(say);
  }

  const observer = new MutationObserver(changes => changes.forEach(change => {
    if (change.type === 'childList') change.addedNodes.forEach(say);
    else if (change.type === 'attributes') sayAttributes(change.target as Element);
    else say(change.target);
  }));
  function sayAttributes(element: Element) {
    if (element.closest(except)) return;
    for (const attribute of ATTRIBUTES) {
      const text = element.getAttribute(attribute) ?? '';
      const said = known(text);
      if (said !== undefined && said !== text) element.setAttribute(attribute, said);
    }
  }
  say(root);
  observer.observe(root, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
  return () => observer.disconnect();
}
