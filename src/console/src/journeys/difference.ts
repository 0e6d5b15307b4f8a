import { diff } from 'bpmn-js-differ';
import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { elementNames } from '@/diagram/names';
import type { Markers } from '@/diagram/viewer';
import { factsOf, type Facts } from './facts';

export type Kind = 'added' | 'removed' | 'changed' | 'moved';
export interface Change {
  kind: Kind;
  id: string;
  name: string;
  /** What an element says before and after; only for changed ones. */
  facts: { fact: string; before: string; after: string }[];
}
export interface Difference {
  changes: Change[];
  before: Markers;
  after: Markers;
}

async function read(xml: string) {
  return (await new BpmnModdle({ zeebe }).fromXML(xml)).rootElement;
}

/** What another version of a drawing adds, removes, changes and moves. */
export async function difference(before: string, after: string): Promise<Difference> {
  const found = diff(await read(before), await read(after));
  const names = { ...elementNames(before), ...elementNames(after) };
  const was = factsOf(before);
  const is = factsOf(after);
  const all = (kind: Kind, ids: string[]): Change[] =>
    ids.map(id => ({ kind, id, name: names[id] ?? id, facts: kind === 'changed' ? changed(was[id], is[id]) : [] }));
  const same = (id: string) => is[id] !== undefined && was[id] !== undefined && changed(was[id], is[id]).length === 0;
  const drawn = Object.keys(found._changed).filter(id => !same(id));
  const changes = [
    ...all('added', Object.keys(found._added)),
    ...all('removed', Object.keys(found._removed)),
    ...all('changed', drawn),
    ...all('moved', Object.keys(found._layoutChanged).filter(id => !drawn.includes(id))),
  ];
  return { changes, before: marks(changes, 'added'), after: marks(changes, 'removed') };
}

function changed(before: Facts = {}, after: Facts = {}): Change['facts'] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(fact => before[fact] !== after[fact])
    .map(fact => ({ fact, before: before[fact] ?? '', after: after[fact] ?? '' }));
}

/** Each drawing shows all but what only the other one has. */
function marks(changes: Change[], absent: Kind): Markers {
  return Object.fromEntries(changes.filter(change => change.kind !== absent).map(change => [change.id, [`diff-${change.kind}`]]));
}
