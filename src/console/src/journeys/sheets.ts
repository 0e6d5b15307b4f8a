import { enclosureModdle } from '@/modeler/enclosures';
import { rowsOf } from '@/parts/dmn';

/** A decision table or a form of a drawing as rows and columns; a form has a row for each field. */
export interface Sheet {
  kind: 'decision' | 'form';
  id: string;
  name: string;
  /** What holds for the whole of it: how many rows of a table may apply. */
  policy: string;
  columns: { id: string; label: string }[];
  rows: { id: string; cells: Record<string, string> }[];
}

/** Those that stand in the drawing itself (ADR 47). */
export function sheetsIn(xml: string): Sheet[] {
  const drawing = new DOMParser().parseFromString(xml, 'application/xml');
  return [...drawing.getElementsByTagName('*')]
    .filter(element => element.namespaceURI === enclosureModdle.uri)
    .flatMap(element => {
      const text = (element.textContent ?? '').trim();
      return element.localName === 'decision' ? decisions(text) : element.localName === 'form' ? [form(element.getAttribute('id') ?? '', text)] : [];
    });
}

function decisions(dmn: string): Sheet[] {
  const all = [...new DOMParser().parseFromString(dmn, 'application/xml').getElementsByTagName('*')];
  return all.filter(element => element.localName === 'decision').map(decision => {
    const id = decision.getAttribute('id') ?? '';
    const head = { kind: 'decision' as const, id, name: decision.getAttribute('name') || id };
    const table = child(decision, 'decisionTable');
    return table ? { ...head, ...grid(table) } : { ...head, policy: '', columns: [{ id: 'expression', label: 'FEEL' }], rows: [{ id, cells: { expression: said(child(decision, 'literalExpression')) } }] };
  });
}

function grid(table: Element): Pick<Sheet, 'policy' | 'columns' | 'rows'> {
  const inputs = children(table, 'input').map((one, at) => ({
    id: one.getAttribute('id') ?? `input ${at}`, label: one.getAttribute('label') || said(child(one, 'inputExpression')),
  }));
  const outputs = children(table, 'output').map((one, at) => ({
    id: one.getAttribute('id') ?? `output ${at}`, label: one.getAttribute('label') || (one.getAttribute('name') ?? ''),
  }));
  const columns = [...inputs, ...outputs, { id: 'annotation', label: '' }];
  const rows = rowsOf(table).map((row, at) => ({
    id: row.id || `rule ${at}`,
    cells: { ...Object.fromEntries(columns.map((column, n) => [column.id, row.cells[n]?.text ?? ''])), annotation: row.note.trim() },
  }));
  return { policy: table.getAttribute('hitPolicy') ?? 'UNIQUE', columns, rows };
}

const children = (element: Element, name: string) => [...element.children].filter(one => one.localName === name);
const child = (element: Element, name: string) => children(element, name)[0];
const said = (element: Element | undefined) => (element && child(element, 'text')?.textContent?.trim()) ?? '';

type Field = { id?: string; key?: string; components?: Field[] } & Record<string, unknown>;

const QUIET = new Set(['id', 'components', 'layout']);

function form(id: string, text: string): Sheet {
  const rows = fields(read(text)).map(field => ({ id: String(field.id ?? field.key ?? ''), cells: properties(field) }));
  const columns = [...new Set(rows.flatMap(row => Object.keys(row.cells)))].map(name => ({ id: name, label: name }));
  return { kind: 'form', id, name: id, policy: '', columns, rows };
}

/** A form that is no JSON shows no fields: the findings of the check say why. */
function read(text: string): Field[] {
  try {
    return (JSON.parse(text) as { components?: Field[] }).components ?? [];
  } catch {
    return [];
  }
}

function fields(all: Field[]): Field[] {
  return all.flatMap(field => [field, ...fields(field.components ?? [])]);
}

function properties(field: Field, under = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(field).filter(([name]) => !QUIET.has(name)).flatMap(([name, value]) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.entries(properties(value as Field, `${under}${name}.`))
        : [[under + name, Array.isArray(value) ? value.map(each).join(', ') : String(value)]]),
  );
}

const each = (one: unknown) => (one !== null && typeof one === 'object' ? Object.values(one).join(' = ') : String(one));
