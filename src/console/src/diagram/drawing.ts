/** Of the first process in a drawing; empty when there is none. */
export function processIdOf(xml: string | null): string {
  if (!xml) return '';
  const drawing = new DOMParser().parseFromString(xml, 'application/xml');
  return [...drawing.getElementsByTagName('*')].find(one => one.localName === 'process')?.getAttribute('id') ?? '';
}
