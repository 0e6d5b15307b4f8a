import type { Finding } from '@/api/types';
import type { Shape, Tools } from './editor';

interface Canvas {
  addMarker(element: Shape, marker: string): void;
  removeMarker(element: Shape, marker: string): void;
}
interface Overlays {
  add(element: Shape, type: string, options: object): string;
  remove(filter: { type: string }): void;
}
const NOTE = 'siyu-finding';

/** Findings on the canvas: a coloured rim and a number whose tooltip says what is wrong. */
export function marks(tools: Tools, canvas: () => Canvas, overlays: () => Overlays) {
  let marked: [Shape, string][] = [];

  /** The shape of an id; for a message the first event that listens to it. */
  function shown(id: string): Shape | undefined {
    return tools.registry.get(id) ?? tools.registry.getAll().find(shape =>
      shape.businessObject?.eventDefinitions?.some(definition => definition.messageRef?.id === id));
  }

  function mark(findings: Finding[]) {
    marked.forEach(([shape, marker]) => { if (tools.registry.get(shape.id)) canvas().removeMarker(shape, marker); });
    overlays().remove({ type: NOTE });
    const byShape = new Map<Shape, Finding[]>();
    for (const finding of findings) {
      const shape = finding.elementId ? shown(finding.elementId) : undefined;
      if (shape && shape !== tools.root()) byShape.set(shape, [...(byShape.get(shape) ?? []), finding]);
    }
    marked = [...byShape].map(([shape, found]) => [shape, found.some(one => one.severity === 'ERROR') ? 'finding' : 'finding-warn']);
    marked.forEach(([shape, marker]) => canvas().addMarker(shape, marker));
    byShape.forEach((found, shape) => {
      if (!('waypoints' in shape)) overlays().add(shape, NOTE, { position: { top: -12, right: 10 }, html: note(found) });
    });
  }
  return { shown, mark };
}

function note(findings: Finding[]): HTMLElement {
  const box = document.createElement('div');
  box.className = findings.some(one => one.severity === 'ERROR') ? 'finding-note' : 'finding-note warn';
  box.textContent = String(findings.length);
  box.title = findings.map(one => (document.documentElement.lang.startsWith('en') ? one.messageEn ?? one.message : one.message)).join('\n');
  return box;
}
