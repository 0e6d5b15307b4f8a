/** The id and the name of the process in a drawing. */
export function processOf(xml: string): { id: string; name: string } {
  const drawing = new DOMParser().parseFromString(xml, 'application/xml');
  const process = [...drawing.getElementsByTagName('*')].find(element => element.localName === 'process');
  const id = process?.getAttribute('id') ?? 'journey';
  return { id, name: process?.getAttribute('name') || id };
}
