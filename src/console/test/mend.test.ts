import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Business, Shape, Tools } from '@/modeler/editor';
import { fill, questions } from '@/modeler/fields';
import { KNOWN, strip } from '@/modeler/known';
import { longer } from '@/modeler/waits';

type Part = Record<string, unknown> & { $type: string };
const made = ($type: string, attributes: Record<string, unknown> = {}) => ({
  $type, ...attributes, get(name: string) { return (this as Record<string, unknown>)[name]; },
}) as unknown as Business;

/** The few things menders ask of the editor, on plain objects. */
function tools(templates: unknown[] = []): Tools {
  return {
    templates,
    factory: { create: made },
    modeling: {
      updateModdleProperties(_: Shape, part: Part, properties: Record<string, unknown>) {
        for (const [name, value] of Object.entries(properties)) {
          if (value !== undefined) part[name] = value;
          else if (name in part) delete part[name];
          else delete (part.$attrs as Record<string, unknown>)[name];
        }
      },
    },
  } as unknown as Tools;
}
const shape = (business: Record<string, unknown>) => ({ businessObject: made('bpmn:ServiceTask', business) }) as unknown as Shape;
const headers = (element: Shape) => Object.fromEntries((element.businessObject.extensionElements?.values?.[0]?.values as Part[]).map(one => [one.key, one.value]));

describe('making a wait longer', () => {
  const day = { withinDays: 1 };
  const week = { withinDays: 7 };
  const date = (wait: string) => `=date and time(at) + duration("${wait}")`;

  it.each([['PT4H', 1], ['P1D', 2], ['P4D', 5], ['P5D', 6], ['P1W', 8], ['P1DT12H', 2], ['PT36H', 2]])('never shortens %s', (wait, days) => {
    expect(longer(date(wait), day)).toBe(days);
  });
  it('gives a full week more room at once', () => {
    expect(longer(date('PT4H'), week)).toBe(3);
    expect(longer(date('P10D'), week)).toBe(11);
  });
});

describe('filling in fields', () => {
  const field = (key: string, more: object = {}) => ({ label: key, binding: { type: 'zeebe:taskHeader', key }, ...more });
  const template = {
    id: 'dev.siyu.send-message',
    properties: [
      field('content', { choices: [{ value: 'a', name: '甲' }, { value: 'b', name: '乙' }] }),
      field('medium', { value: 'PRIVATE', choices: [{ value: 'PRIVATE' }, { value: 'GROUP' }] }),
      field('only', { choices: [{ value: 'one' }] }),
      field('note', { optional: true, choices: [{ value: 'x' }, { value: 'y' }] }),
    ],
  };
  const task = (given: Record<string, string> = {}) => shape({
    'zeebe:modelerTemplate': template.id,
    extensionElements: made('bpmn:ExtensionElements', { values: [made('zeebe:TaskHeaders', { values: Object.entries(given).map(([key, value]) => made('zeebe:Header', { key, value })) })] }),
  });

  it('asks which content is meant and takes none by itself', () => {
    expect(questions(tools([template]), task()).map(one => [one.key, one.choices.map(choice => choice.name)])).toEqual([['content', ['甲', '乙']]]);
    const element = task();
    fill(tools([template]), element, new Map());
    expect(headers(element)).toEqual({ medium: 'PRIVATE', only: 'one' });
  });
  it('fills in what was chosen and keeps what was good', () => {
    const element = task({ medium: 'GROUP', other: 'kept' });
    fill(tools([template]), element, new Map([['content', 'b']]));
    expect(headers(element)).toEqual({ medium: 'GROUP', other: 'kept', content: 'b', only: 'one' });
  });
  it('asks about what the field does not take', () => {
    expect(questions(tools([template]), task({ content: 'gone', note: 'z' })).map(one => one.key)).toEqual(['content', 'note']);
    expect(questions(tools([template]), task({ content: 'a' }))).toEqual([]);
  });
});

describe('taking away what engine 8.5 does not know', () => {
  it('knows what the server knows', () => {
    const rules = readFileSync('../platform/src/main/java/dev/siyu/journeys/EightFiveRules.java', 'utf8');
    const texts = (list: string) => [...list.matchAll(/"(\w+)"/g)].map(one => one[1] ?? '').sort();
    const server = [...rules.matchAll(/Map\.entry\(\s*"(\w+)",\s*Set\.of\(([^)]*)\)/g)].map(([, name = '', list = '']) => [name, texts(list)]);
    const browser = Object.entries(KNOWN).map(([name, list]) => [name.charAt(0).toLowerCase() + name.slice(1), [...list].sort()]);
    expect(server.length).toBeGreaterThan(10);
    expect(Object.fromEntries(browser)).toEqual(Object.fromEntries(server));
  });
  it('strips settings and attributes, on parts inside parts too', () => {
    const header = made('zeebe:Header', { key: 'k', value: 'v', $attrs: { color: 'red' } });
    const definition = made('zeebe:TaskDefinition', { type: 'send-message', retries: '5', $attrs: { 'zeebe:listener': 'x' } });
    const form = made('zeebe:FormDefinition', { formId: 'f', bindingType: 'versionTag', versionTag: '1', $attrs: {} });
    const task = shape({
      extensionElements: made('bpmn:ExtensionElements', {
        values: [definition, made('zeebe:TaskHeaders', { values: [header], $attrs: {} }), form, made('zeebe:ExecutionListeners', {})],
      }),
    });

    strip(tools(), task);

    const left = task.businessObject.extensionElements?.values ?? [];
    expect(left.map(one => one.$type)).toEqual(['zeebe:TaskDefinition', 'zeebe:TaskHeaders', 'zeebe:FormDefinition']);
    expect(definition).toMatchObject({ type: 'send-message', retries: '5', $attrs: {} });
    expect(header).toMatchObject({ key: 'k', value: 'v', $attrs: {} });
    expect(form.formId).toBe('f');
    expect([form.bindingType, form.versionTag]).toEqual([undefined, undefined]);
  });
});
