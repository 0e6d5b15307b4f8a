import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { describe, expect, it } from 'vitest';
import { blankDrawing } from '@/modeler/blank';
import { blankDecision, blankForm, freeId } from '@/modeler/blanks';
import { calledBy, callOf, decisionsIn, enclose, enclosed, enclosureModdle, leaveOut, nameOf, settled } from '@/modeler/enclosures';
import type { Business, Shape, Tools } from '@/modeler/editor';
import { readEnclosure } from '@/modeler/files';

/** What the modeler's tools do, on the parsed text alone. */
async function drawing(xml: string, shapes: Shape[] = []) {
  const moddle = new BpmnModdle({ zeebe, siyu: enclosureModdle }) as unknown as { fromXML(xml: string): Promise<{ rootElement: Business; warnings: unknown[] }>; toXML(root: Business, options: object): Promise<{ xml: string }>; create(type: string, attributes: object): Business };
  const { rootElement, warnings } = await moddle.fromXML(xml);
  const process = rootElement.rootElements?.find(one => one.$type === 'bpmn:Process') as Business;
  const tools = {
    registry: { getAll: () => shapes },
    root: () => ({ businessObject: process }) as Shape,
    factory: { create: (type: string, attributes: object = {}) => moddle.create(type, attributes) },
    modeling: { updateModdleProperties: (_: Shape, part: Business, properties: Record<string, unknown>) => Object.entries(properties).forEach(([key, value]) => part.set(key, value)) },
  } as unknown as Tools;
  return { tools, warnings, text: async () => (await moddle.toXML(rootElement, { format: true })).xml };
}

describe('tables and forms in a drawing', () => {
  it('should be written into the drawing and read from it again, whatever is in them', async () => {
    // given
    const { tools, text } = await drawing(blankDrawing('新旅程', 'journey-one'));
    const table = blankDecision('gift', '送 什么 & 给 谁');
    const form = { ...blankForm('gift-form'), text: '{"type":"default","id":"gift-form","components":[{"label":"]]> \\"<b>\\"&amp;"}]}' };

    // when
    enclose(tools, table);
    enclose(tools, form);
    const again = await drawing(await text());

    // then
    expect(again.warnings).toEqual([]);
    expect(enclosed(again.tools)).toEqual([table, form]);
    expect(await text()).toContain('xmlns:siyu="https://siyu.dev/schema/enclosures/1.0"');
  });
  it('should be replaced in place, renamed and left out', async () => {
    const { tools, text } = await drawing(blankDrawing('新旅程', 'journey-one'));
    enclose(tools, blankForm('one'));
    enclose(tools, blankForm('two'));
    enclose(tools, blankForm('first'), 'one');
    expect(enclosed(tools).map(one => one.id)).toEqual(['first', 'two']);
    leaveOut(tools, 'form', 'first');
    leaveOut(tools, 'form', 'two');
    expect(await text()).not.toContain('siyu:');
  });
  it('should take along the steps that call it when it gets another name', async () => {
    // given
    const parts = (type: string, part: Record<string, unknown>) => {
      const made = { ...part, set(key: string, value: unknown) { (this as Record<string, unknown>)[key] = value; } };
      return { shape: { type, businessObject: { extensionElements: { values: [made] } } } as unknown as Shape, made: made as Record<string, unknown> };
    };
    const shown = parts('bpmn:UserTask', { $type: 'zeebe:FormDefinition', formId: 'one' });
    const other = parts('bpmn:UserTask', { $type: 'zeebe:FormDefinition', formId: 'two' });
    const decides = parts('bpmn:BusinessRuleTask', { $type: 'zeebe:CalledDecision', decisionId: 'one' });
    const { tools } = await drawing(blankDrawing('新旅程', 'journey-one'), [shown, other, decides].map(one => one.shape));
    enclose(tools, blankForm('one'));
    enclose(tools, blankForm('two'));
    enclose(tools, blankDecision('one', '表'));

    // when
    enclose(tools, blankForm('first'), 'one');

    // then
    expect([shown.made.formId, other.made.formId, decides.made.decisionId]).toEqual(['first', 'two', 'one']);

    // when its decision is called otherwise, in the same file
    const table = blankDecision('one', '表');
    enclose(tools, { ...table, text: table.text.replace('<decision id="one"', '<decision id="uno"') });

    // then
    expect(decides.made.decisionId).toBe('uno');
  });
  it('should keep a name until the new one is typed to its end', () => {
    const name = settled('form-1');
    expect(name.of('form-1', false)).toBe('form-1');
    expect(name.waits()).toBe(false);
    expect(name.of('g', false)).toBe('form-1');
    expect(name.waits()).toBe(true);
    expect(name.of('', true)).toBe('form-1');
    expect(name.waits()).toBe(false);
    expect(name.of('gift', true)).toBe('gift');
    expect(name.waits()).toBe(false);
  });
  it('should keep what else stands beside them', async () => {
    const xml = blankDrawing('新旅程', 'journey-one').replace('<bpmn:startEvent', '<bpmn:extensionElements><zeebe:properties><zeebe:property name="a" value="b" /></zeebe:properties></bpmn:extensionElements><bpmn:startEvent');
    const { tools, text } = await drawing(xml);
    enclose(tools, blankForm('one'));
    expect(await text()).toContain('<zeebe:property name="a" value="b" />');
  });
  it('should be found by what a step calls', () => {
    const step = (type: string, values: object[]) => ({ type, businessObject: { extensionElements: { values } } }) as unknown as Shape;
    expect(callOf(step('bpmn:BusinessRuleTask', [{ $type: 'zeebe:CalledDecision', decisionId: 'gift' }]))).toEqual({ kind: 'decision', id: 'gift' });
    expect(callOf(step('bpmn:UserTask', [{ $type: 'zeebe:FormDefinition', formId: 'gift-form' }]))).toEqual({ kind: 'form', id: 'gift-form' });
    expect(callOf(step('bpmn:ServiceTask', []))).toBeNull();
    const table = blankDecision('gift', '送什么');
    expect(calledBy(table)).toEqual(['gift']);
    expect(decisionsIn(table.text)).toEqual([{ id: 'gift', name: '送什么' }]);
    expect(nameOf(table)).toBe('送什么');
  });
  it('should get names that are free', () => {
    expect(freeId('decision', ['decision_1', 'decision_2'], '_')).toBe('decision_3');
  });
  it('should take files that are what they should be, and nothing else', () => {
    const table = blankDecision('gift', '送什么');
    expect(readEnclosure('decision', table.text)?.id).toBe('gift_table');
    expect(readEnclosure('decision', blankDrawing('流程', 'journey-one'))).toBeNull();
    expect(readEnclosure('decision', 'nonsense')).toBeNull();
    expect(readEnclosure('form', blankForm('gift-form').text)?.id).toBe('gift-form');
    expect(readEnclosure('form', '{"id": 7}')).toBeNull();
    expect(readEnclosure('form', 'nonsense')).toBeNull();
  });
});
