import type { Business, Shape, Tools } from './editor';

/** What engine 8.5 knows, as the server's lint has it (EightFiveRules, a test compares them): settings and their attributes. */
export const KNOWN: Record<string, string[]> = {
  TaskDefinition: ['type', 'retries'],
  TaskHeaders: [],
  Header: ['key', 'value', 'id'],
  IoMapping: [],
  Input: ['source', 'target'],
  Output: ['source', 'target'],
  Subscription: ['correlationKey'],
  UserTask: [],
  CalledDecision: ['decisionId', 'resultVariable'],
  FormDefinition: ['formId'],
  AssignmentDefinition: ['candidateGroups', 'candidateUsers', 'assignee'],
  TaskSchedule: ['dueDate', 'followUpDate'],
  LoopCharacteristics: ['inputCollection', 'inputElement', 'outputCollection', 'outputElement'],
  Properties: [],
  Property: ['name', 'value', 'id'],
};
const attributesOf = (part: Business) => KNOWN[part.$type.replace(/^zeebe:/, '')];
const isPart = (value: unknown): value is Business => typeof value === 'object' && value !== null && '$type' in value;

/** Names of what stands on a setting and 8.5 does not know, be it known to the editor or not. */
export function strangers(part: Business): string[] {
  const known = new Set(attributesOf(part) ?? []);
  const own = Object.keys(part).filter(name => !name.startsWith('$') && !isPart(part[name]) && !Array.isArray(part[name]));
  return [...own, ...Object.keys((part.$attrs as Record<string, unknown> | undefined) ?? {})].filter(name => !known.has(name) && !/^xmlns(:|$)/.test(name));
}

/** Takes away the settings that 8.5 does not know, and of those it knows the attributes it does not. */
export function strip(tools: Tools, element: Shape) {
  const box = element.businessObject.extensionElements;
  if (!box) return;
  const values = (box.values ?? []).filter(one => attributesOf(one));
  tools.modeling.updateModdleProperties(element, box, { values });
  const open = [...values];
  for (let part = open.pop(); part; part = open.pop()) {
    const gone = strangers(part);
    if (gone.length) tools.modeling.updateModdleProperties(element, part, Object.fromEntries(gone.map(name => [name, undefined])));
    const inner = part;
    open.push(...Object.keys(inner).filter(name => !name.startsWith('$')).flatMap(name => inner[name]).filter(isPart));
  }
}
