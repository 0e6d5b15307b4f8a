import NavigatedViewer from 'camunda-bpmn-js/lib/camunda-cloud/NavigatedViewer';
import 'camunda-bpmn-js/dist/assets/diagram-js.css';
import 'camunda-bpmn-js/dist/assets/bpmn-js.css';

export interface Badge {
  elementId: string;
  texts: { kind: 'active' | 'completed' | 'incidents'; text: string; title: string }[];
}
/** Free pixels around a fitted drawing, so that badges at its rim stay whole; and what counts as a phone. */
const RIM = 24;
const NARROW = 600;

/** CSS marker by element id. */
export type Markers = Record<string, string[]>;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
interface Canvas {
  viewbox(): { inner: Box; outer: { width: number; height: number } };
  viewbox(box: Box): void;
  zoom(level?: number): number;
  scroll(delta: { dx: number; dy: number }): void;
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
}
interface Overlays {
  clear(): void;
  add(element: string, options: object): void;
}
interface Registry {
  get(id: string): { type: string } | undefined;
}

/** A drawing that can be looked at: shown, zoomed, marked, clicked. */
export async function openViewer(container: HTMLElement, xml: string, onClick: (elementId: string | null) => void) {
  const viewer = new NavigatedViewer({ container, zoomScroll: { enabled: false } });
  await viewer.importXML(xml);
  const canvas = viewer.get<Canvas>('canvas');
  const overlays = viewer.get<Overlays>('overlays');
  const registry = viewer.get<Registry>('elementRegistry');
  let marked: Markers = {};

  viewer.on('element.click', ({ element }: { element: { id: string; type: string } }) => {
    const inert = /^bpmn:(Process|SequenceFlow|Collaboration)$/.test(element.type);
    onClick(inert ? null : element.id.replace(/_label$/, ''));
  });
  const stopTouch = panByTouch(container, canvas);

  function mark(markers: Markers) {
    eachMarker(marked, (id, marker) => canvas.removeMarker(id, marker));
    marked = Object.fromEntries(Object.entries(markers).filter(([id]) => registry.get(id)));
    eachMarker(marked, (id, marker) => canvas.addMarker(id, marker));
  }

  function badge(badges: Badge[]) {
    overlays.clear();
    for (const { elementId, texts } of badges) {
      if (registry.get(elementId)) overlays.add(elementId, { position: { top: -12, left: -8 }, html: pills(texts), scale: { min: 0.75, max: 1 } });
    }
  }
  return {
    mark,
    badge,
    fit: () => fit(canvas),
    zoomBy: (factor: number) => canvas.zoom(canvas.zoom() * factor),
    close() {
      stopTouch();
      viewer.destroy();
    },
  };
}

/** The whole drawing; on a phone only its height, beginning at the left, because the rest would be too small to read. */
function fit(canvas: Canvas) {
  const { inner, outer } = canvas.viewbox();
  const high = (outer.height - 2 * RIM) / inner.height;
  const wide = (outer.width - 2 * RIM) / inner.width;
  const phone = outer.width < NARROW;
  const scale = Math.max(0.1, Math.min(1, high, phone ? high : wide));
  const spare = Math.max(RIM, phone ? RIM : (outer.width - inner.width * scale) / 2);
  canvas.viewbox({
    x: inner.x - spare / scale,
    y: inner.y - (outer.height / scale - inner.height) / 2,
    width: outer.width / scale,
    height: outer.height / scale,
  });
}

function eachMarker(markers: Markers, act: (id: string, marker: string) => void) {
  Object.entries(markers).forEach(([id, names]) => names.forEach(name => act(id, name)));
}

function pills(texts: Badge['texts']): HTMLElement {
  const box = document.createElement('div');
  box.className = 'pills';
  for (const { kind, text, title } of texts) {
    const pill = document.createElement('span');
    pill.className = `pill ${kind}`;
    pill.textContent = text;
    pill.title = title;
    box.append(pill);
  }
  return box;
}

/** bpmn-js moves the drawing by mouse only. */
function panByTouch(container: HTMLElement, canvas: Canvas) {
  let last: PointerEvent | null = null;
  const down = (event: PointerEvent) => { last = event.pointerType === 'touch' ? event : null; };
  const move = (event: PointerEvent) => {
    if (!last || event.pointerType !== 'touch') return;
    canvas.scroll({ dx: event.clientX - last.clientX, dy: event.clientY - last.clientY });
    last = event;
  };
  const up = () => { last = null; };
  const on: [string, (event: PointerEvent) => void][] = [['pointerdown', down], ['pointermove', move], ['pointerup', up], ['pointercancel', up]];
  on.forEach(([name, act]) => container.addEventListener(name as 'pointerdown', act));
  return () => on.forEach(([name, act]) => container.removeEventListener(name as 'pointerdown', act));
}
