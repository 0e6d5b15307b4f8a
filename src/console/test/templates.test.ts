import { readFileSync } from 'node:fs';
import { validateAllZeebe } from '@bpmn-io/element-templates-validator';
import { describe, expect, it } from 'vitest';
import { pieces, stepPieces } from '@/modeler/pieces';

const templates = JSON.parse(readFileSync('test/templates.json', 'utf8')) as Parameters<typeof stepPieces>[0];

describe('the palette the workers give', () => {
  it('should be what Zeebe calls element templates', () => {
    const { results } = validateAllZeebe(templates) as { results: { valid: boolean; errors?: unknown; object: { id: string } }[] };
    expect(results.filter(one => !one.valid).map(one => [one.object.id, one.errors])).toEqual([]);
  });
  it('should give every template a version', () => {
    expect(templates.filter(one => !one.version).map(one => one.id)).toEqual([]);
  });
  it('should offer every step of a worker as a piece, in both languages', () => {
    const steps = stepPieces(templates);
    expect(steps.length).toBeGreaterThan(30);
    expect([...pieces, ...steps].filter(one => !one.zh || !one.en || !one.helpZh)).toEqual([]);
    expect(new Set(steps.map(one => one.id)).size).toBe(steps.length);
  });
  it('should know the templates its pieces are made of', () => {
    const ids = new Set(templates.map(one => one.id));
    const used = ['send-message', 'draw-lot', 'find-work-time', 'staff-task', 'ask-people', 'conclude-approval'];
    expect(used.filter(id => !ids.has(`dev.siyu.${id}`))).toEqual([]);
  });
});
