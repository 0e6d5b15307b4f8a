/** A decision table read from its DMN text, and written back with other cells; everything else stays. */
export interface DmnTable {
  inputs: string[];
  outputs: string[];
  rows: { id: string; note: string; cells: { id: string; text: string }[] }[];
}

const parse = (xml: string) => new DOMParser().parseFromString(xml, 'application/xml');
const all = (from: Document | Element, name: string) => Array.from(from.getElementsByTagName('*')).filter(one => one.localName === name);

/** Of the one table in it. */
export function rowsOf(table: Document | Element): DmnTable['rows'] {
  return all(table, 'rule').map(rule => ({
    id: rule.getAttribute('id') ?? '',
    note: all(rule, 'description')[0]?.textContent ?? '',
    cells: [...all(rule, 'inputEntry'), ...all(rule, 'outputEntry')].map(entry => ({
      id: entry.getAttribute('id') ?? '',
      text: all(entry, 'text')[0]?.textContent?.trim() ?? '',
    })),
  }));
}

export function readTable(xml: string): DmnTable {
  const document = parse(xml);
  return {
    inputs: all(document, 'input').map(one => one.getAttribute('label') ?? ''),
    outputs: all(document, 'output').map(one => one.getAttribute('label') ?? one.getAttribute('name') ?? ''),
    rows: rowsOf(document),
  };
}

export function writeTable(xml: string, table: DmnTable): string {
  const document = parse(xml);
  const texts = new Map(table.rows.flatMap(row => row.cells.map(cell => [cell.id, cell.text])));
  for (const entry of [...all(document, 'inputEntry'), ...all(document, 'outputEntry')]) {
    const text = texts.get(entry.getAttribute('id') ?? '');
    const place = all(entry, 'text')[0];
    if (place && text !== undefined) place.textContent = text;
  }
  return new XMLSerializer().serializeToString(document);
}
