import type { GatewayFlow } from '@/diagram/names';
import type { Badge, Markers } from '@/diagram/viewer';
import type { Report } from './types';

/** Taken arrows green, never-taken ones red; steps where runs stand for ever as broken. */
export function coverageMarks(paths: Report['paths']): Markers {
  const markers: Markers = {};
  paths.flows.forEach(flow => { markers[flow.id] = ['taken']; });
  paths.neverTaken.forEach(id => { markers[id] = ['never']; });
  paths.elements.filter(one => one.entered > 0).forEach(one => { markers[one.id] = ['done']; });
  paths.deadEnds.forEach(one => { markers[one.id] = ['broken']; });
  return markers;
}

/** How many runs entered each step, and how many stand there. */
export function coverageBadges(paths: Report['paths'], words: { entered: string; active: string }, format: (n: number) => string): Badge[] {
  return paths.elements.map(one => ({
    elementId: one.id,
    texts: [
      ...(one.active ? [{ kind: 'active' as const, text: format(one.active), title: `${words.active} ${format(one.active)}` }] : []),
      { kind: 'completed' as const, text: format(one.entered), title: `${words.entered} ${format(one.entered)}` },
    ],
  }));
}

/** An arrow in words: from which step to which. */
export function arrowNames(xml: string): Record<string, GatewayFlow & { name: string }> {
  const drawing = new DOMParser().parseFromString(xml, 'application/xml');
  const flows: Record<string, GatewayFlow & { name: string }> = {};
  for (const flow of drawing.getElementsByTagName('*')) {
    if (flow.localName !== 'sequenceFlow') continue;
    const id = flow.getAttribute('id') ?? '';
    flows[id] = { id, source: flow.getAttribute('sourceRef') ?? '', target: flow.getAttribute('targetRef') ?? '', name: flow.getAttribute('name') ?? '' };
  }
  return flows;
}
