import { callOf } from './enclosures';
import type { Shape, Tools } from './editor';
import type { Kind } from './enclosures';

interface Overlays {
  add(element: Shape, type: string, options: object): string;
  remove(filter: { element?: Shape; type: string }): void;
}
const OPENER = 'siyu-opener';

/** A button at each step that decides by a table or shows a form: one click opens it. */
export function openers(tools: Tools, overlays: () => Overlays, words: (kind: Kind) => string, open: (kind: Kind, id: string, shape: string) => void) {
  return function refresh(shapes: Shape[] = tools.registry.getAll()) {
    for (const shape of shapes) {
      if (!tools.registry.get(shape.id)) continue;
      overlays().remove({ element: shape, type: OPENER });
      const call = callOf(shape);
      if (!call) continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'opener';
      button.textContent = call.kind === 'decision' ? '▤' : '▥';
      button.title = words(call.kind);
      button.setAttribute('aria-label', `${words(call.kind)} ${shape.businessObject.name ?? shape.id}`);
      button.dataset.opens = shape.id;
      button.addEventListener('click', () => {
        const now = callOf(shape);
        if (now) open(now.kind, now.id, shape.id);
      });
      overlays().add(shape, OPENER, { position: { bottom: 12, left: -10 }, html: button });
    }
  };
}
