import CloudModeler from 'camunda-bpmn-js/lib/camunda-cloud/Modeler';
import 'camunda-bpmn-js/dist/assets/diagram-js.css';
import 'camunda-bpmn-js/dist/assets/bpmn-js.css';
import 'camunda-bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import 'camunda-bpmn-js/dist/assets/properties-panel.css';
import 'camunda-bpmn-js/dist/assets/element-templates.css';
import 'camunda-bpmn-js/dist/assets/element-template-chooser.css';
import 'camunda-bpmn-js/styles/popup-menu.css';
import 'camunda-bpmn-js/dist/assets/popup-menu.css';
import 'camunda-bpmn-js/dist/assets/diagram-js-minimap.css';
import 'camunda-bpmn-js/dist/assets/color-picker.css';
import { translateTo } from './translate';

interface Shape {
  id: string;
}
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
interface Canvas {
  viewbox(): Box & { inner: Box; outer: { width: number; height: number } };
  viewbox(box: Box): void;
  scrollToElement(element: Shape): void;
  addMarker(element: Shape, marker: string): void;
  removeMarker(element: Shape, marker: string): void;
}

export interface Opened {
  importXml(xml: string): Promise<void>;
  xml(): Promise<string>;
  /** Shows an element and selects it; false when the drawing has none of this id. */
  goTo(elementId: string): boolean;
  /** Rings the elements that findings are about, and only those. */
  ring(elementIds: string[]): void;
  close(): void;
}

/** The editor on two elements of the page: the canvas and the properties panel. */
export function openModeler(
  container: HTMLElement, panel: HTMLElement, templates: unknown[], language: string, onChange: () => void,
): Opened {
  const modeler = new CloudModeler({
    container,
    // no links to pages outside: the product works without the internet
    propertiesPanel: { parent: panel, getFeelPopupLinks: () => [] },
    // a check or a download must not move every element
    alignToOrigin: { alignOnSave: false },
    additionalModules: [{ translate: ['value', translateTo(language)] }],
  });
  const canvas = () => modeler.get<Canvas>('canvas');
  const registry = modeler.get<{ get(id: string): Shape | undefined }>('elementRegistry');
  modeler.get<{ setTemplates(list: unknown[]): void }>('elementTemplatesLoader').setTemplates(templates);
  // importing and clearing fire too, but change nothing
  modeler.on('commandStack.changed', ({ trigger }: { trigger: string }) => { if (trigger !== 'clear') onChange(); });
  let ringed: Shape[] = [];

  return {
    async importXml(xml) {
      await modeler.importXML(xml);
      ringed = [];
      fitBesidePalette(canvas());
    },
    async xml() {
      return (await modeler.saveXML({ format: true })).xml ?? '';
    },
    goTo(elementId) {
      const element = registry.get(elementId);
      if (!element) return false;
      canvas().scrollToElement(element);
      modeler.get<{ select(element: Shape): void }>('selection').select(element);
      return true;
    },
    ring(elementIds) {
      ringed.forEach(element => canvas().removeMarker(element, 'finding'));
      ringed = elementIds.flatMap(id => registry.get(id) ?? []);
      ringed.forEach(element => canvas().addMarker(element, 'finding'));
    },
    close: () => modeler.destroy(),
  };
}

/** Pixels that the palette takes, and the canvas width below which it is not shown. */
const PALETTE = 130;
const NARROW = 600;

/** Shows the whole drawing, never larger than it is, and keeps it clear of the palette on the left. */
function fitBesidePalette(canvas: Canvas) {
  const RIM = 30;
  const { inner, outer } = canvas.viewbox();
  const left = outer.width < NARROW ? RIM : PALETTE;
  const room = { width: Math.max(outer.width - left - RIM, 100), height: Math.max(outer.height - 2 * RIM, 100) };
  const scale = Math.min(1, room.width / inner.width, room.height / inner.height);
  canvas.viewbox({
    x: inner.x - left / scale,
    y: inner.y - (outer.height / scale - inner.height) / 2,
    width: outer.width / scale,
    height: outer.height / scale,
  });
}
