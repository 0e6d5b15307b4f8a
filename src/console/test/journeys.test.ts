import { expect, it } from 'vitest';
import type { Instance, Wait } from '@/api/types';
import { badgesOf, pathOf } from '@/diagram/marks';
import { elementNames, gatewayFlows } from '@/diagram/names';
import { instantOf } from '@/overview/instant';
import { shares } from '@/overview/shares';
import { waitInWords } from '@/journeys/waiting';
import { drawings, instance } from './mock/data.mjs';

const NOW = Date.parse('2026-12-05T02:00:00Z');
const tongue = { t: (key: string, named: Record<string, unknown> = {}) => `${key} ${Object.values(named).join('|')}`.trim(), te: () => false, when: (iso: string) => iso.slice(0, 10), distance: () => 'soon' };
const wait = (part: Partial<Wait>): Wait => ({ elementId: 'e', kind: 'JOB', until: null, messageName: null, jobType: 'send-message', retries: 3, ...part });
const saying = (part: Partial<Wait>) => waitInWords(wait(part), NOW, tongue);

it('should say until when a run waits', () => {
  expect(saying({ kind: 'TIMER', until: '2026-12-08T00:00:00Z' })).toBe('journeys.wait.TIMER 2026-12-08|soon');
  expect(saying({ kind: 'TIMER', until: '2026-12-01T00:00:00Z' })).toContain('TIMER_DUE');
  expect(saying({ kind: 'MESSAGE', messageName: 'order-paid' })).toBe('journeys.wait.MESSAGE order-paid');
  expect(saying({ retries: 0 })).toContain('JOB_FAILED');
  expect(saying({ until: '2026-12-08T00:00:00Z' })).toContain('JOB_BACKOFF');
  expect(saying({})).toBe('journeys.wait.JOB send-message');
});

it('should colour the path, what is active and what is stuck', () => {
  const run = instance('1') as unknown as Instance;
  const path = pathOf(run);
  expect(path.flow_Added).toEqual(['taken']);
  expect(path.task_MarkSourceTags).toEqual(['done']);
  expect(path[run.incidents[0]!.elementId]).toEqual(['broken']);
});

it('should colour a flow out of an event gateway when its target was entered', () => {
  const xml = drawings['seed-user-intake']!;
  const [flow] = gatewayFlows(xml);
  const entered = (elementId: string) => ({ key: elementId, elementId, type: 'X', state: 'COMPLETED', startedAt: '', endedAt: '' });
  const run = { flows: [], incidents: [], elements: [entered(flow!.source), entered(flow!.target)] } as unknown as Instance;
  expect(pathOf(run, gatewayFlows(xml))[flow!.id]).toEqual(['taken']);
});

it('should put no badge on an element that nobody reached', () => {
  const counts = [{ elementId: 'a', active: 0, completed: 0, terminated: 0, incidents: 0 }, { elementId: 'b', active: 2, completed: 0, terminated: 0, incidents: 1 }];
  const badges = badgesOf(counts, { active: '进行中', completed: '已完成', incidents: '故障' }, String);
  expect(badges.map(badge => badge.elementId)).toEqual(['b']);
  expect(badges[0]!.texts.map(text => text.kind)).toEqual(['incidents', 'active']);
});

it('should read the names out of a drawing', () => {
  expect(elementNames(drawings['seed-user-intake']).start_CustomerAdded).toBe('客户添加好友');
});

it('should account for every touch that was asked for', () => {
  const touches = { asked: 10, made: 4, queued: 1, refused: 2, declined: 1, failed: 0, unknown: 1, pending: 1 };
  expect(shares(touches).reduce((sum, part) => sum + part.value, 0)).toBe(touches.asked);
});

it('should turn a picked wall-clock time into the instant of the zone', () => {
  expect(instantOf('2026-12-06 09:00', 'Asia/Shanghai')).toBe('2026-12-06T01:00:00.000Z');
  expect(instantOf('2026-07-01 09:00', 'Europe/London')).toBe('2026-07-01T08:00:00.000Z');
});
