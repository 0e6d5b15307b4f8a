import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { difference } from '@/journeys/difference';

const OLD = readFileSync('../../processes/win-back/win-back.bpmn', 'utf8');

it('should say nothing about the same drawing', async () => {
  expect((await difference(OLD, OLD)).changes).toEqual([]);
});

it('should name the setting that changed, with both values', async () => {
  const value = /<zeebe:header key="content" value="([^"]*)"/.exec(OLD)![1]!;
  const young = OLD.replace(`key="content" value="${value}"`, 'key="content" value="spring-offer"');
  const { changes, after } = await difference(OLD, young);
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({ kind: 'changed', facts: [{ fact: 'header content', before: value, after: 'spring-offer' }] });
  expect(after[changes[0]!.id]).toEqual(['diff-changed']);
});

it('should tell a shape that only moved from one that says something else', async () => {
  const young = OLD.replace(/(bpmnElement="task_SendOffer"[^>]*>\s*<dc:Bounds x=")(\d+)/, (_, head, x) => head + (Number(x) + 20));
  const { changes } = await difference(OLD, young);
  expect(changes.map(change => [change.kind, change.id])).toEqual([['moved', 'task_SendOffer']]);
});

it('should show a removed step on the left drawing only', async () => {
  const flow = /<bpmn:sequenceFlow id="([^"]+)"[^>]*\/>/.exec(OLD)![1]!;
  const without = OLD
    .replace(new RegExp(`<bpmn:sequenceFlow id="${flow}"[^>]*/>`), '')
    .replace(new RegExp(`<bpmn:(incoming|outgoing)>${flow}</bpmn:(incoming|outgoing)>`, 'g'), '')
    .replace(new RegExp(`<bpmndi:BPMNEdge[^>]*bpmnElement="${flow}"[\\s\\S]*?</bpmndi:BPMNEdge>`), '');
  const found = await difference(OLD, without);
  expect(found.changes).toContainEqual(expect.objectContaining({ kind: 'removed', id: flow }));
  expect(found.before[flow]).toEqual(['diff-removed']);
  expect(found.after[flow]).toBeUndefined();
});
