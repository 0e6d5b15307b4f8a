import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Shape, Tools } from '@/modeler/editor';
import { exampleOf, known, leftBy, OUTPUTS, variablesOf } from '@/modeler/variables';

const form = { $type: 'siyu:Form', id: 'gift-form', text: '{"components":[{"key":"wish","type":"textfield","label":"想要什么"},{"type":"group","components":[{"key":"size","type":"number","label":"尺寸"}]}]}' };
const shape = (type: string, values: object[], more: object = {}) => ({ id: 'x', type, businessObject: { extensionElements: { values }, ...more } }) as unknown as Shape;
const tools = (shapes: Shape[] = []) => ({ root: () => shape('bpmn:Process', [form]), registry: { getAll: () => shapes } }) as unknown as Tools;
const names = (one: Shape) => leftBy(one, tools()).map(variable => variable.name);
const java = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.java')).map(name => readFileSync(join(folder, name), 'utf8'));
/** Every worker with what is written into its answer where it stands. */
const workers = java('../../workers/src/main/java').flatMap(text => {
  const type = /String type\(\) \{\s*return (?:JobTypes\.(\w+)|"([^"]+)");/.exec(text);
  const job = type?.[2] ?? type?.[1]?.toLowerCase().replaceAll('_', '-');
  const left = [...text.matchAll(/JobOutcome\.Done\(([^;]*);|variables\.put\(("\w+",)/g)].flatMap(one => [...`${one[1] ?? ''} ${one[2] ?? ''}`.matchAll(/"([a-z]\w*)"\s*,/g)]).map(one => one[1] ?? '');
  return job && text.includes('@JourneyStep') ? [{ job, text, left }] : [];
});

describe('known variables', () => {
  it('should be those that the workers really leave behind', () => {
    // given
    const sources = workers.map(one => one.text).join('\n') + java('../platform/src/main/java').join('\n');
    const jobs = workers.map(one => one.job);

    // then
    expect(Object.keys(OUTPUTS).filter(job => !jobs.includes(job))).toEqual([]);
    expect([...new Set(Object.values(OUTPUTS).flat())].filter(name => !sources.includes(`"${name}"`))).toEqual([]);
    expect(Object.values(OUTPUTS).flat().filter(name => !known(name).zh)).toEqual([]);
  });
  it.each(workers.map(one => [one.job, one.left] as const))('should have all that stands in the answer of %s', (job, left) => {
    expect(left.filter(name => !OUTPUTS[job]?.includes(name))).toEqual([]);
  });
  it('should come from jobs, tables, forms, messages and output mappings', () => {
    expect(names(shape('bpmn:ServiceTask', [{ $type: 'zeebe:TaskDefinition', type: 'draw-lot' }]))).toEqual(['at', 'lot']);
    expect(names(shape('bpmn:BusinessRuleTask', [{ $type: 'zeebe:CalledDecision', resultVariable: 'gift' }]))).toEqual(['gift']);
    expect(names(shape('bpmn:UserTask', [{ $type: 'zeebe:FormDefinition', formId: 'gift-form' }]))).toEqual(['wish', 'size']);
    expect(names(shape('bpmn:StartEvent', [], { eventDefinitions: [{ messageRef: { name: 'order-paid' } }] }))).toEqual(['at', 'customerId', 'staffId', 'channel', 'entry', 'orderId', 'paidAt']);
    expect(names(shape('bpmn:ServiceTask', [{ $type: 'zeebe:TaskDefinition', type: 'draw-lot' }, { $type: 'zeebe:IoMapping', outputParameters: [{ target: 'group' }] }]))).toEqual(['group']);
  });
  it('should be listed once for a drawing, with example data', () => {
    const lot = shape('bpmn:ServiceTask', [{ $type: 'zeebe:TaskDefinition', type: 'draw-lot' }]);
    const found = variablesOf(tools([lot, lot]));
    expect(found.map(one => one.name)).toEqual(['at', 'lot']);
    expect(exampleOf(found)).toEqual({ at: '2026-12-01T02:00:00Z', lot: 7 });
  });
});
