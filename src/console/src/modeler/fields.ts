import { extend, type Business, type Shape, type TemplateProperty, type Tools } from './editor';

/** What a person chose, by the name of the field. */
export type Answers = ReadonlyMap<string, string>;

export interface Question {
  key: string;
  label: string;
  choices: { value: string; name: string }[];
}

function headers(element: Shape): Map<string, string> {
  const task = element.businessObject.extensionElements?.values?.find(one => one.$type === 'zeebe:TaskHeaders');
  return new Map(((task?.values as Business[] | undefined) ?? []).map(one => [String(one.key), String(one.value ?? '')]));
}

/** Fields that are empty although they are needed, or hold what they do not take. */
function wanting(tools: Tools, element: Shape): (TemplateProperty & { key: string })[] {
  const template = tools.templates.find(one => one.id === element.businessObject.get<string>('zeebe:modelerTemplate'));
  const given = headers(element);
  return (template?.properties ?? []).flatMap(property => {
    const key = property.binding.type === 'zeebe:taskHeader' ? property.binding.key : undefined;
    if (!key) return [];
    const value = given.get(key) ?? '';
    const good = value ? !property.choices || property.choices.some(one => one.value === value) : property.optional;
    return good ? [] : [{ ...property, key }];
  });
}

/** What only a person can say: several values are possible and none is the usual one. */
export function questions(tools: Tools, element: Shape): Question[] {
  return wanting(tools, element)
    .filter(one => !one.value && (one.choices?.length ?? 0) > 1)
    .map(one => ({ key: one.key, label: one.label ?? one.key, choices: (one.choices ?? []).map(({ value, name }) => ({ value, name: name || value })) }));
}

/** Fills in the usual values, the only possible ones, and what a person chose; nothing else. */
export function fill(tools: Tools, element: Shape, answers: Answers) {
  const given = headers(element);
  for (const one of wanting(tools, element)) {
    const value = answers.get(one.key) ?? one.value ?? (one.choices?.length === 1 ? one.choices[0]?.value : undefined);
    if (value) given.set(one.key, value);
  }
  extend(tools, element, 'zeebe:TaskHeaders', { values: [...given].map(([key, value]) => tools.factory.create('zeebe:Header', { key, value })) });
}
