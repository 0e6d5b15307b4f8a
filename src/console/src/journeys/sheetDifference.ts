import { sheetsIn, type Sheet } from './sheets';

export type State = 'same' | 'added' | 'removed' | 'changed' | 'moved';
export interface Cell { before: string; after: string }
export interface ComparedRow {
  id: string;
  state: State;
  /** Where it stands, from 1; in which order rows stand decides in many tables. */
  was: number | null;
  is: number | null;
  cells: Cell[];
}
export interface ComparedSheet {
  kind: Sheet['kind'];
  id: string;
  name: Cell;
  state: State;
  policy: Cell;
  columns: { id: string; state: State; label: Cell }[];
  rows: ComparedRow[];
}

/** The tables and forms in which two versions of a drawing differ, cell by cell. */
export function sheetDifferences(before: string, after: string): ComparedSheet[] {
  return paired(sheetsIn(before), sheetsIn(after), one => `${one.kind} ${one.id}`)
    .map(([was, is]) => compared(was, is))
    .filter(one => one.state !== 'same');
}

function compared(was: Sheet | undefined, is: Sheet | undefined): ComparedSheet {
  const some = (is ?? was)!;
  const columns = paired(was?.columns ?? [], is?.columns ?? [], one => one.id)
    .map(([old, young]) => ({ id: (young ?? old)!.id, label: cell(old?.label, young?.label) }))
    .filter(column => [was, is].some(sheet => sheet?.rows.some(row => row.cells[column.id])) || column.id !== 'annotation')
    .map(column => ({ ...column, state: stateOf(has(was?.columns, column.id), has(is?.columns, column.id), same(column.label)) }));
  const rows = inOrder(paired(was?.rows ?? [], is?.rows ?? [], one => one.id).map(([old, young]) => {
    const cells = columns.map(column => cell(old?.cells[column.id], young?.cells[column.id]));
    return { id: (young ?? old)!.id, state: stateOf(!!old, !!young, cells.every(same)), was: place(was, old), is: place(is, young), cells };
  }));
  const [name, policy] = [cell(was?.name, is?.name), cell(was?.policy, is?.policy)];
  const quiet = same(name) && same(policy) && [...columns, ...rows].every(one => one.state === 'same');
  return { kind: some.kind, id: some.id, name, policy, columns, rows, state: stateOf(!!was, !!is, quiet) };
}

/** A row is moved when it changed places with others, not when rows came or went before it. */
function inOrder(rows: ComparedRow[]): ComparedRow[] {
  const kept = rows.filter(row => row.was !== null && row.is !== null).sort((a, b) => a.is! - b.is!);
  const stayed = longestRising(kept.map(row => row.was!));
  return rows
    .map(row => (row.state === 'same' && !stayed.has(row.was!) ? { ...row, state: 'moved' as const } : row))
    .sort((a, b) => (a.is ?? a.was! - 0.5) - (b.is ?? b.was! - 0.5));
}

/** The most of these numbers that stand in rising order. */
function longestRising(numbers: number[]): Set<number> {
  const best: number[][] = [];
  for (const [at, number] of numbers.entries()) {
    const before = best.filter((_, n) => numbers[n]! < number).reduce<number[]>((long, one) => (one.length > long.length ? one : long), []);
    best[at] = [...before, number];
  }
  return new Set(best.reduce((long, one) => (one.length > long.length ? one : long), []));
}

/** Those of the younger in their order, and those that only the older has behind them. */
function paired<T>(old: T[], young: T[], key: (one: T) => string): [T | undefined, T | undefined][] {
  const was = new Map(old.map(one => [key(one), one]));
  const is = new Set(young.map(key));
  return [
    ...young.map((one): [T | undefined, T] => [was.get(key(one)), one]),
    ...old.filter(one => !is.has(key(one))).map((one): [T, undefined] => [one, undefined]),
  ];
}

const cell = (before = '', after = ''): Cell => ({ before, after });
const same = (one: Cell) => one.before === one.after;
const has = (columns: { id: string }[] | undefined, id: string) => columns?.some(one => one.id === id) ?? false;
const place = (sheet: Sheet | undefined, row: Sheet['rows'][number] | undefined) => (sheet && row ? sheet.rows.indexOf(row) + 1 : null);
const stateOf = (was: boolean, is: boolean, equal: boolean): State => (!was ? 'added' : !is ? 'removed' : equal ? 'same' : 'changed');
