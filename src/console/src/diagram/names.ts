/** The names that a drawing gives its elements, by id; elements without a name are left out. */
export function elementNames(xml: string | null | undefined): Record<string, string> {
  if (!xml) return {};
  const drawing = new DOMParser().parseFromString(xml, 'application/xml');
  const names: Record<string, string> = {};
  for (const element of drawing.getElementsByTagName('*')) {
    const id = element.getAttribute('id');
    const name = element.getAttribute('name');
    if (id && name && element.localName !== 'message' && element.localName !== 'definitions') names[id] = name.replace(/\s+/g, ' ');
  }
  return names;
}
