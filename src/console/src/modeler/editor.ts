/** What this product asks of the editor's parts; all of them come untyped from bpmn-js. */
export interface Business {
  $type: string;
  id: string;
  name?: string;
  $parent?: Business;
  eventDefinitions?: Business[];
  extensionElements?: Business;
  values?: Business[];
  rootElements?: Business[];
  messageRef?: Business;
  incoming?: Business[];
  outgoing?: Business[];
  [key: string]: unknown;
  get<T>(name: string): T;
  set(name: string, value: unknown): void;
}
export interface Shape {
  id: string;
  type: string;
  x: number;
  y: number;
  width: number;
  height: number;
  businessObject: Business;
  parent?: Shape;
  incoming: Connection[];
  outgoing: Connection[];
  children?: Shape[];
}
export interface Connection extends Shape {
  source: Shape;
  target: Shape;
  waypoints: { x: number; y: number }[];
}
interface Point {
  x: number;
  y: number;
}
export interface Modeling {
  updateProperties(element: Shape, properties: Record<string, unknown>): void;
  updateModdleProperties(element: Shape, part: Business, properties: Record<string, unknown>): void;
  appendShape(source: Shape, attributes: Record<string, unknown>, at: Point, target?: Shape): Shape;
  createShape(shape: Shape | Record<string, unknown>, at: Point, target: Shape, hints?: Record<string, unknown>): Shape;
  connect(source: Shape, target: Shape): Connection;
  reconnectEnd(connection: Connection, target: Shape, at: Point): void;
  moveElements(shapes: Shape[], by: Point): void;
}
export interface Tools {
  modeling: Modeling;
  registry: { get(id: string): Shape | undefined; getAll(): Shape[] };
  factory: { create(type: string, attributes?: Record<string, unknown>): Business };
  shapes: { createShape(attributes: Record<string, unknown>): Shape };
  root(): Shape;
  templates: Template[];
}
export interface TemplateProperty {
  label?: string;
  value?: string;
  choices?: { value: string; name?: string }[];
  optional?: boolean;
  binding: { type: string; key?: string; name?: string };
}
export interface Template {
  id: string;
  version?: number;
  properties: TemplateProperty[];
}

const EXPRESSION = 'bpmn:FormalExpression';

export const expression = (tools: Tools, body: string) => tools.factory.create(EXPRESSION, { body });

/** The message of that name in the drawing, made when there is none, correlated as agreed. */
export function message(tools: Tools, name: string): Business {
  const definitions = tools.root().businessObject.$parent as Business;
  const known = definitions.rootElements?.find(one => one.$type === 'bpmn:Message' && one.name === name);
  if (known) return known;
  const made = tools.factory.create('bpmn:Message', { name });
  made.set('extensionElements', tools.factory.create('bpmn:ExtensionElements', {
    values: [tools.factory.create('zeebe:Subscription', { correlationKey: correlationOf(tools, name) })],
  }));
  made.$parent = definitions;
  tools.modeling.updateModdleProperties(tools.root(), definitions, { rootElements: [...(definitions.rootElements ?? []), made] });
  return made;
}

export function correlationOf(tools: Tools, name: string): string {
  const template = tools.templates.find(one => one.id === `dev.siyu.wait.${name}`);
  return template?.properties.find(one => one.binding.name === 'correlationKey')?.value ?? '=customerId';
}

/** Lets an event listen to a message. */
export function listen(tools: Tools, event: Shape, name: string) {
  const definition = event.businessObject.eventDefinitions?.[0];
  if (definition) tools.modeling.updateModdleProperties(event, definition, { messageRef: message(tools, name) });
}

/** Lets an event wait until a date given as FEEL. */
export function wait(tools: Tools, event: Shape, date: string) {
  const definition = event.businessObject.eventDefinitions?.[0];
  if (definition) {
    tools.modeling.updateModdleProperties(event, definition, {
      timeDuration: undefined, timeCycle: undefined, timeDate: expression(tools, date),
    });
  }
}

/** Adds to the settings of an element, keeping those it has. */
export function extend(tools: Tools, element: Shape, type: string, attributes: Record<string, unknown>): Business {
  const { businessObject } = element;
  const values = businessObject.extensionElements?.values ?? [];
  const part = tools.factory.create(type, attributes);
  const box = tools.factory.create('bpmn:ExtensionElements', { values: [...values.filter(one => one.$type !== type), part] });
  box.values?.forEach(one => { one.$parent = box; });
  box.$parent = businessObject;
  tools.modeling.updateModdleProperties(element, businessObject, { extensionElements: box });
  return part;
}
