import type { Business, Shape, Tools } from './editor';

export type Kind = 'decision' | 'form';
/** A decision table or a form that stands in the drawing: saved, approved and deployed as one text with it. */
export interface Enclosure { kind: Kind; id: string; text: string }

/** How they are written, so that the modeler keeps them as parts of the process. */
export const enclosureModdle = {
  name: 'Siyu', prefix: 'siyu', uri: 'https://siyu.dev/schema/enclosures/1.0', xml: { tagAlias: 'lowerCase' }, associations: [],
  types: ['Decision', 'Form'].map(name => ({
    name, superClass: ['Element'],
    properties: [{ name: 'id', isAttr: true, type: 'String' }, { name: 'text', isBody: true, type: 'String' }],
  })),
};
const CALLS: Record<Kind, { type: string; attribute: string }> = {
  decision: { type: 'zeebe:CalledDecision', attribute: 'decisionId' }, form: { type: 'zeebe:FormDefinition', attribute: 'formId' },
};
const TYPES: Record<Kind, string> = { decision: 'siyu:Decision', form: 'siyu:Form' };

export function enclosed(tools: Tools): Enclosure[] {
  const values = processOf(tools).extensionElements?.values ?? [];
  return values.flatMap(one => {
    const kind = (Object.keys(TYPES) as Kind[]).find(key => TYPES[key] === one.$type);
    return kind ? [{ kind, id: String(one.id ?? ''), text: String(one.text ?? '').trim() }] : [];
  });
}

/** Puts it into the drawing in place of the one that was called like that, as a step that can be undone. */
export function enclose(tools: Tools, enclosure: Enclosure, former = enclosure.id) {
  const made = tools.factory.create(TYPES[enclosure.kind], { id: enclosure.id, text: enclosure.text });
  const values = processOf(tools).extensionElements?.values ?? [];
  const at = values.findIndex(one => one.$type === TYPES[enclosure.kind] && one.id === former);
  const before = enclosed(tools).find(one => one.kind === enclosure.kind && one.id === former);
  keep(tools, at < 0 ? [...values, made] : values.map((one, index) => (index === at ? made : one)));
  if (before) follow(tools, before, enclosure);
}

/** Steps that called it by its former name call it by its new one. */
function follow(tools: Tools, before: Enclosure, after: Enclosure) {
  const [was, is] = [calledBy(before), calledBy(after)];
  const [gone, come] = [was.filter(id => !is.includes(id)), is.filter(id => !was.includes(id))];
  if (gone.length !== 1 || come.length !== 1) return;
  for (const shape of tools.registry.getAll()) {
    const call = callOf(shape);
    if (call?.kind !== after.kind || call.id !== gone[0]) continue;
    const part = shape.businessObject.extensionElements?.values?.find(one => one.$type === CALLS[after.kind].type);
    if (part) tools.modeling.updateModdleProperties(shape, part, { [CALLS[after.kind].attribute]: come[0] });
  }
}

/** The name of something while it is typed: the one before, until it is whole. */
export function settled(first: string) {
  let [name, last] = [first, first];
  return {
    of(typed: string, whole: boolean): string {
      last = typed;
      if (whole && typed) name = typed;
      return name;
    },
    /** Another one is being typed. */
    waits: () => last !== '' && last !== name,
  };
}

export function leaveOut(tools: Tools, kind: Kind, id: string) {
  const values = processOf(tools).extensionElements?.values ?? [];
  keep(tools, values.filter(one => one.$type !== TYPES[kind] || one.id !== id));
}

/** What a step calls: the id of a decision or of a form. */
export function callOf(shape: Shape): { kind: Kind; id: string } | null {
  const parts = shape.businessObject?.extensionElements?.values ?? [];
  if (shape.type === 'bpmn:BusinessRuleTask') {
    return { kind: 'decision', id: String(parts.find(one => one.$type === 'zeebe:CalledDecision')?.decisionId ?? '') };
  }
  if (shape.type !== 'bpmn:UserTask') return null;
  return { kind: 'form', id: String(parts.find(one => one.$type === 'zeebe:FormDefinition')?.formId ?? '') };
}

/** The ids by which steps call it. */
export function calledBy(one: Enclosure): string[] {
  return one.kind === 'form' ? [one.id] : decisionsIn(one.text).map(decision => decision.id);
}

export function decisionsIn(dmn: string): { id: string; name: string }[] {
  const document = new DOMParser().parseFromString(dmn, 'application/xml');
  return [...document.getElementsByTagName('*')].filter(element => element.localName === 'decision')
    .map(element => ({ id: element.getAttribute('id') ?? '', name: element.getAttribute('name') ?? '' }));
}

/** How people call it. */
export function nameOf(one: Enclosure): string {
  return one.kind === 'decision' ? (decisionsIn(one.text)[0]?.name || one.id) : one.id;
}

function processOf(tools: Tools): Business {
  return tools.root().businessObject;
}

function keep(tools: Tools, values: Business[]) {
  const box = tools.factory.create('bpmn:ExtensionElements', { values });
  values.forEach(one => { one.$parent = box; });
  box.$parent = processOf(tools);
  tools.modeling.updateModdleProperties(tools.root(), processOf(tools), { extensionElements: values.length ? box : undefined });
}
