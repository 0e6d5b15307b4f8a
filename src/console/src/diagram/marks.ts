import type { ElementCount, Instance } from '@/api/types';
import type { GatewayFlow } from './names';
import type { Badge, Markers } from './viewer';

type Words = { active: string; completed: string; incidents: string };

/** The counts worth showing: an element that nobody reached stays clean. */
export function badgesOf(counts: ElementCount[], words: Words, format: (n: number) => string): Badge[] {
  return counts
    .map(count => ({
      elementId: count.elementId,
      texts: (['incidents', 'active', 'completed'] as const)
        .filter(kind => count[kind] > 0)
        .map(kind => ({ kind, text: format(count[kind]), title: `${words[kind]} ${format(count[kind])}` })),
    }))
    .filter(badge => badge.texts.length > 0);
}

/** One run on its drawing: where it went, where it is, where it is stuck. */
export function pathOf(instance: Instance, unrecorded: GatewayFlow[] = []): Markers {
  const markers: Markers = {};
  const put = (id: string, marker: string) => { markers[id] = [marker]; };
  const entered = new Set(instance.elements.map(e => e.elementId));
  instance.flows.forEach(id => put(id, 'taken'));
  unrecorded.filter(flow => entered.has(flow.source) && entered.has(flow.target)).forEach(flow => put(flow.id, 'taken'));
  instance.elements.filter(e => !isProcess(e.type)).forEach(e => put(e.elementId, 'done'));
  instance.elements.filter(e => !isProcess(e.type) && e.state === 'ACTIVE').forEach(e => put(e.elementId, 'here'));
  instance.incidents.filter(i => !i.resolvedAt).forEach(i => put(i.elementId, 'broken'));
  return markers;
}

function isProcess(type: string) {
  return type === 'PROCESS';
}
