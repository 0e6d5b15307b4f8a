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
import type { Finding } from '@/api/types';
import type { Modeling, Shape, Template, Tools } from './editor';
import { questions, type Question } from './fields';
import { menders } from './mend';
import { callOf, enclose, enclosed, enclosureModdle, leaveOut, type Enclosure, type Kind } from './enclosures';
import { marks } from './marks';
import { openers } from './openers';
import type { Piece } from './pieces';
import { place } from './place';
import { translateTo } from './translate';
import { completion } from './completion';
import { variablesOf, type Known } from './variables';

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
  /** Marks the elements that findings are about, and only those. */
  mark(findings: Finding[]): void;
  /** Draws a ready piece behind what is selected, as one step that can be undone. */
  place(piece: Piece): void;
  /** Mends what a finding is about, as one step that can be undone; false when it could not, or nobody said which. */
  mend(finding: Finding): Promise<boolean>;
  /** The tables and forms in the drawing. */
  enclosures(): Enclosure[];
  /** The variables that steps, messages and forms of the drawing leave behind. */
  variables(): Known[];
  /** Names of the steps by the id of the table or form they call. */
  callers(): Record<string, string[]>;
  /** Puts a table or form into the drawing in place of the one called {@code former}, as one step. */
  enclose(one: Enclosure, former: string): void;
  leaveOut(kind: Kind, id: string): void;
  close(): void;
}
export interface Heard {
  changed(): void;
  /** A step's table or form is wanted. */
  called(kind: Kind, id: string): void;
  /** Which of several values is meant; null: none of them. */
  asked(question: Question): Promise<string | null>;
}

/** The editor on two elements of the page: the canvas and the properties panel. */
export function openModeler(
  container: HTMLElement, panel: HTMLElement, templates: unknown[], language: string, heard: Heard,
): Opened {
  const modeler: CloudModeler = new CloudModeler({
    container,
    // no links to pages outside: the product works without the internet
    propertiesPanel: { parent: panel, getFeelPopupLinks: () => [] },
    // a check or a download must not move every element
    alignToOrigin: { alignOnSave: false },
    moddleExtensions: { siyu: enclosureModdle },
    additionalModules: [{ translate: ['value', translateTo(language)] }, completion(() => tools, language)],
  });
  const canvas = () => modeler.get<Canvas>('canvas');
  modeler.get<{ setTemplates(list: unknown[]): void }>('elementTemplatesLoader').setTemplates(templates);
  // importing and clearing fire too, but change nothing
  modeler.on('commandStack.changed', ({ trigger }: { trigger: string }) => { if (trigger !== 'clear') heard.changed(); });
  const tools: Tools = toolsOf(modeler, templates as Template[]);
  const marking = marks(tools, canvas, () => modeler.get('overlays'));

  const say = translateTo(language);
  const refresh = openers(tools, () => modeler.get('overlays'), kind => say(kind === 'decision' ? 'Open the decision table' : 'Open the form'), heard.called);
  modeler.on('elements.changed', ({ elements }: { elements: Shape[] }) => refresh(elements));

  return {
    async importXml(xml) {
      await modeler.importXML(xml);
      refresh();
      fitBesidePalette(canvas());
    },
    async xml() {
      return (await modeler.saveXML({ format: true })).xml ?? '';
    },
    goTo(elementId) {
      const element = marking.shown(elementId);
      if (!element) return false;
      canvas().scrollToElement(element);
      modeler.get<{ select(element: Shape): void }>('selection').select(element);
      return true;
    },
    place(piece) {
      const { applyTemplate } = templatesOf(modeler);
      inOneStep(modeler, () => {
        const last = place(piece, { tools, apply: applyTemplate }, modeler.get('selection'));
        if (last) canvas().scrollToElement(last);
      });
    },
    enclosures: () => enclosed(tools),
    variables: () => variablesOf(tools),
    callers() {
      const names: Record<string, string[]> = {};
      for (const shape of tools.registry.getAll()) {
        const call = callOf(shape);
        if (call) (names[call.id] ??= []).push(shape.businessObject.name || shape.id);
      }
      return names;
    },
    enclose: (one, former) => inOneStep(modeler, () => enclose(tools, one, former)),
    leaveOut: (kind, id) => inOneStep(modeler, () => leaveOut(tools, kind, id)),
    mark: findings => marking.mark(findings),
    async mend(finding) {
      const mender = menders[finding.rule];
      const element = (finding.elementId && marking.shown(finding.elementId)) || tools.root();
      if (!mender) return false;
      const answers = new Map<string, string>();
      for (const question of finding.rule === 'field' ? questions(tools, element) : []) {
        const value = await heard.asked(question);
        if (value === null) return false;
        answers.set(question.key, value);
      }
      inOneStep(modeler, () => mender(tools, element, finding, answers));
      return true;
    },
    close: () => modeler.destroy(),
  };
}

function templatesOf(modeler: CloudModeler) {
  const service = modeler.get<{ applyTemplate(shape: Shape, template: Template): Shape }>('elementTemplates');
  return { applyTemplate: (shape: Shape, template: Template) => service.applyTemplate(shape, template) };
}

function toolsOf(modeler: CloudModeler, templates: Template[]): Tools {
  return {
    modeling: modeler.get<Modeling>('modeling'),
    registry: modeler.get<Tools['registry']>('elementRegistry'),
    factory: modeler.get<Tools['factory']>('bpmnFactory'),
    shapes: modeler.get<Tools['shapes']>('elementFactory'),
    root: () => modeler.get<{ getRootElement(): Shape }>('canvas').getRootElement(),
    templates,
  };
}

interface CommandStack {
  registerHandler(name: string, handler: new () => { preExecute(context: { act(): void }): void }): void;
  execute(name: string, context: { act(): void }): void;
}
const MANY = 'siyu.many';
const ready = new WeakSet<CommandStack>();

/** Everything the act changes is undone by one undo. */
export function inOneStep(modeler: { get<T>(name: string): T }, act: () => void) {
  const stack = modeler.get<CommandStack>('commandStack');
  if (!ready.has(stack)) {
    stack.registerHandler(MANY, class { preExecute(context: { act(): void }) { context.act(); } });
    ready.add(stack);
  }
  stack.execute(MANY, { act });
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
