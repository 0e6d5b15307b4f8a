import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { offered } from '@/modeler/feel';

/** As the server hands them to the browser. */
const tree = readFileSync('../platform/src/main/java/dev/siyu/artifacts/FeelTree.java', 'utf8');
const set = (name: string) => [...(new RegExp(`${name} =\\s+Set\\.of\\(([^)]*)\\)`).exec(tree)?.[1] ?? '').matchAll(/"([^"]+)"/g)].map(one => one[1] ?? '');

describe('functions in an expression', () => {
  it('should be completed only when the server takes them', () => {
    const functions = [...set('HARMLESS'), ...set('ROUNDING')];
    const names = offered(functions).map(one => one.name);
    expect(functions.length).toBeGreaterThan(30);
    expect(names).toEqual(expect.arrayContaining(['date and time', 'floor', 'number', 'contains']));
    expect(names.filter(name => ['now', 'today', 'matches', 'random number', 'fromAi', 'string join'].includes(name))).toEqual([]);
    expect(functions.filter(name => !names.includes(name)), 'unknown to the editor').toEqual([]);
  });
  it('should all be completed when the server could not be asked', () => {
    expect(offered([]).length).toBeGreaterThan(60);
  });
});
